import { listOtherEditors, recordPresence } from "@/domain/staff/presence-commands";
import { OpenRecord, OtherEditors } from "@/domain/staff/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Who else has a record open for editing",
  access: "products.write",
  query: OpenRecord,
  response: OtherEditors,
  handle: ({ actor, query }) => listOtherEditors(actor, query),
});

export const POST = defineRoute({
  summary: "Say, every 20 seconds, that one has a record open; answers who else has",
  access: "products.write",
  body: OpenRecord,
  response: OtherEditors,
  handle: ({ actor, body }) => recordPresence(actor, body),
});

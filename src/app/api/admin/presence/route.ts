import { listOtherEditors, recordPresence } from "@/domain/staff/presence-commands";
import { OpenRecord, OtherEditors } from "@/domain/staff/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the other editors who have a record open",
  access: "products.write",
  query: OpenRecord,
  response: OtherEditors,
  handle: ({ actor, query }) => listOtherEditors(actor, query),
});

export const POST = defineRoute({
  summary:
    "Heartbeat, every 20 seconds, of an editor who has a record open; returns the other editors",
  access: "products.write",
  body: OpenRecord,
  response: OtherEditors,
  handle: ({ actor, body }) => recordPresence(actor, body),
});

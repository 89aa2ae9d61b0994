import { listOthers, notePresence } from "@/domain/staff/presence-commands";
import { OpenRecord, Others } from "@/domain/staff/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Who else has a record open for editing",
  access: "products.write",
  query: OpenRecord,
  answers: Others,
  handle: ({ actor, query }) => listOthers(actor, query),
});

export const POST = defineRoute({
  summary: "Say, every 20 seconds, that one has a record open; answers who else has",
  access: "products.write",
  body: OpenRecord,
  answers: Others,
  handle: ({ actor, body }) => notePresence(actor, body),
});

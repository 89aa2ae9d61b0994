import { bulkUpdateMessages } from "@/domain/messaging/inbox/bulk-commands";
import { InboxBulk, InboxBulkResult } from "@/domain/messaging/inbox/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Read, put aside, archive, assign or mark as spam many messages at once",
  access: "messages.write",
  body: InboxBulk,
  response: InboxBulkResult,
  handle: ({ actor, body }) => bulkUpdateMessages(actor, body),
});

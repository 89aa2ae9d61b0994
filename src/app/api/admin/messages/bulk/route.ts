import { bulkUpdateMessages } from "@/domain/messaging/inbox/bulk-commands";
import { InboxBulk, InboxBulkResult } from "@/domain/messaging/inbox/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Mark, put on hold, archive or assign many messages at once",
  access: "messages.write",
  body: InboxBulk,
  response: InboxBulkResult,
  handle: ({ actor, body }) => bulkUpdateMessages(actor, body),
});

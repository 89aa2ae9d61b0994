import { captureLeadStages } from "@/app/api/capture-lead-stages";
import { bulkUpdateMessages } from "@/domain/messaging/inbox/bulk-commands";
import { InboxBulk, InboxBulkResult } from "@/domain/messaging/inbox/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Mark, put on hold, archive or assign many messages at once",
  access: "messages.write",
  body: InboxBulk,
  response: InboxBulkResult,
  handle: async ({ actor, body }) => {
    const result = await bulkUpdateMessages(actor, body);
    captureLeadStages();
    return result;
  },
});

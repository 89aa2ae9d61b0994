import { captureLeadStages } from "@/app/api/capture-lead-stages";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { replyToMessage } from "@/domain/messaging/inbox/reply-commands";
import { MessageParams, ReplyInput, SavedReply } from "@/domain/messaging/inbox/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary:
    "Reply to a customer by mail; a conflict where staff have replied or the customer has written since",
  access: "messages.write",
  params: MessageParams,
  body: ReplyInput,
  response: SavedReply,
  status: 201,
  handle: async ({ actor, params, body }) => {
    const saved = await replyToMessage(actor, params.id, body);
    wakeOutbox();
    captureLeadStages();
    return saved;
  },
});

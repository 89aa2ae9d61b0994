import { UnreadCount } from "@/domain/messaging/inbox/schema";
import { countNewMessages } from "@/domain/messaging/queries";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Count the new messages",
  access: "messages.read",
  response: UnreadCount,
  handle: async () => ({ count: await countNewMessages() }),
});

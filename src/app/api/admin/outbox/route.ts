import { listMails } from "@/domain/outbox/queries";
import { OutboxMail, OutboxQuery } from "@/domain/outbox/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List sent and queued mails, newest first",
  access: "messages.read",
  query: OutboxQuery,
  response: OutboxMail,
  isList: true,
  handle: async ({ query }) => {
    const { items, pagination } = await listMails(query);
    return new ListResponse(items, pagination);
  },
});

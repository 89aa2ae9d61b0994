import { listMessages } from "@/domain/messaging/inbox/queries";
import { InboxCounts, InboxQuery, InboxRow } from "@/domain/messaging/inbox/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List the messages of a folder, with a count for each folder",
  access: "messages.read",
  query: InboxQuery,
  response: InboxRow,
  isList: true,
  extra: { counts: InboxCounts },
  handle: async ({ actor, query }) => {
    const { items, pagination, counts } = await listMessages(query, actor.id);
    return new ListResponse(items, pagination, { counts });
  },
});

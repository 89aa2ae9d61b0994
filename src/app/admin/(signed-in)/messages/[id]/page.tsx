import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { findNeighbours, listAssignees } from "@/domain/messaging/inbox/queries";
import { buildShopVariables } from "@/domain/messaging/inbox/rules";
import { InboxQuery, MessageParams } from "@/domain/messaging/inbox/schema";
import { findThread, listThreadEvents } from "@/domain/messaging/inbox/thread-queries";
import { getShopSettings } from "@/domain/settings/published";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { isolateUserText } from "@/lib/format/bidi";
import { MessageState } from "../_thread/message-state";
import { ThreadView } from "../_thread/thread-view";
import { buildInboxUrl, buildThreadUrl, INBOX_PATH } from "../inbox-url";

export const metadata: Metadata = { title: "Message" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function MessagePage({ params, searchParams }: Props) {
  const { data } = MessageParams.safeParse(await params);
  const user = await requireStaff("messages.read", `${INBOX_PATH}/${data?.id ?? ""}`);
  const thread = data && (await findThread(data.id));
  if (!thread) notFound();
  const query = parseListQuery(InboxQuery, await searchParams);
  const [{ previous, next }, events, assignees, shop] = await Promise.all([
    findNeighbours(query, thread, user.id),
    listThreadEvents(thread.id),
    listAssignees(),
    getShopSettings(),
  ]);
  const toUrl = (id: string | null) => id && buildThreadUrl(id, query);
  const listUrl = buildInboxUrl(query, { page: query.page });
  return (
    <AdminPage
      title={thread.subject ?? `Message de ${isolateUserText(thread.name)}`}
      trail={[{ label: "Messages", href: listUrl }]}
      isCompact
      actions={<MessageState thread={thread} />}
    >
      <ThreadView
        key={thread.id}
        thread={thread}
        events={events}
        assignees={assignees}
        user={{
          id: user.id,
          username: user.username,
          canDelete: can(user, "messages.delete"),
        }}
        links={{ list: listUrl, previous: toUrl(previous), next: toUrl(next) }}
        shop={buildShopVariables(shop)}
      />
    </AdminPage>
  );
}

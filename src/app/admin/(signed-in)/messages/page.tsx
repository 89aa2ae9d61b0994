import type { Metadata } from "next";
import { Suspense } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { findProductName, listAssignees } from "@/domain/messaging/inbox/queries";
import { InboxQuery } from "@/domain/messaging/inbox/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { InboxActions } from "./_list/inbox-actions";
import { InboxFilters } from "./_list/inbox-filters";
import { InboxResults } from "./_list/inbox-results";
import { MessageTabs } from "./message-tabs";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { id } = await requireStaff("messages.read", "/admin/messages");
  const query = parseListQuery(InboxQuery, await searchParams);
  const [assignees, productName] = await Promise.all([
    listAssignees(),
    query.product ? findProductName(query.product) : null,
  ]);
  return (
    <AdminPage title="Messages" tabs={<MessageTabs current="inbox" />}>
      <InboxActions query={query}>
        <InboxFilters assignees={assignees} productName={productName} />
        <Suspense fallback={<p className={admin.empty}>Un instant…</p>}>
          <InboxResults query={query} userId={id} assignees={assignees} />
        </Suspense>
      </InboxActions>
    </AdminPage>
  );
}

import type { Metadata } from "next";
import { Suspense } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { findProductName } from "@/domain/messaging/inbox/queries";
import { LeadQuery } from "@/domain/messaging/leads/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { MessageTabs } from "../messages/message-tabs";
import { LeadFilters } from "./_list/lead-filters";
import { LeadListProvider } from "./_list/lead-list-context";
import { LeadResults } from "./_list/lead-results";
import { LEADS_PATH } from "./lead-urls";

export const metadata: Metadata = { title: "Demandes" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function LeadsPage({ searchParams }: Props) {
  const staff = await requireStaff("messages.read", LEADS_PATH);
  const query = parseListQuery(LeadQuery, await searchParams);
  const productName = query.product ? await findProductName(query.product) : null;
  return (
    <AdminPage title="Demandes" tabs={<MessageTabs current="leads" />}>
      <LeadListProvider
        query={query}
        mayChange={can(staff, "messages.write")}
        mayDelete={can(staff, "messages.delete")}
      >
        <LeadFilters productName={productName} />
        <Suspense fallback={<p className={admin.empty}>Un instant…</p>}>
          <LeadResults query={query} />
        </Suspense>
      </LeadListProvider>
    </AdminPage>
  );
}

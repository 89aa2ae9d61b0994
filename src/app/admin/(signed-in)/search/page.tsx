import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { findSearchServerStatus } from "@/domain/search/meilisearch/queries";
import { listIgnoredSearches, listUnansweredSearches } from "@/domain/search/report/queries";
import { ReportQuery } from "@/domain/search/report/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { IgnoredList } from "./_inbox/ignored-list";
import { UnansweredList } from "./_inbox/unanswered-list";
import { SearchServer } from "./_server/search-server";
import { ReportFilters } from "./report-filters";
import { SearchTabs } from "./search-tabs";
import { SEARCH_PATH } from "./search-urls";

export const metadata: Metadata = { title: "Recherche" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function SearchInboxPage({ searchParams }: Props) {
  const { role } = await requireStaff("search.read", SEARCH_PATH);
  const query = parseListQuery(ReportQuery, await searchParams);
  const mayWrite = can({ role }, "search.write");
  const [searches, ignored, server] = await Promise.all([
    listUnansweredSearches(query),
    listIgnoredSearches(),
    findSearchServerStatus(),
  ]);
  return (
    <AdminPage title="Recherche">
      <SearchTabs current="inbox" />
      <p className={admin.hint}>
        {
          "Ce que des clients ont cherché sans le trouver. Un synonyme suffit souvent : si vous avez des robinets, dites que «\u00a0robini\u00a0» veut dire «\u00a0robinet\u00a0»."
        }
      </p>
      <ReportFilters path={SEARCH_PATH} query={query} />
      {searches.length === 0 ? (
        <p className={`${admin.card} ${admin.empty}`}>
          Rien ici : toutes les recherches de cette période ont trouvé quelque chose.
        </p>
      ) : (
        <UnansweredList searches={searches} mayWrite={mayWrite} />
      )}
      {ignored.length > 0 && <IgnoredList searches={ignored} mayWrite={mayWrite} />}
      {server && <SearchServer status={server} mayWrite={mayWrite} />}
    </AdminPage>
  );
}

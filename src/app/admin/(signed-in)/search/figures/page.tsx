import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { getSearchFigures, listTopSearches } from "@/domain/search/report/queries";
import { ReportQuery } from "@/domain/search/report/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { SearchFigures } from "../_figures/search-figures";
import { TopSearches } from "../_figures/top-searches";
import { ReportFilters } from "../report-filters";
import { SearchTabs } from "../search-tabs";
import { FIGURES_PATH } from "../search-urls";

export const metadata: Metadata = { title: "Mesures de la recherche" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function SearchFiguresPage({ searchParams }: Props) {
  await requireStaff("search.read", FIGURES_PATH);
  const query = parseListQuery(ReportQuery, await searchParams);
  const [figures, searches] = await Promise.all([getSearchFigures(query), listTopSearches(query)]);
  return (
    <AdminPage title="Recherche">
      <SearchTabs current="figures" />
      <p className={admin.hint}>
        Ce que les clients cherchent dans la boutique. Rien ne dit qui a cherché : ni nom, ni
        appareil, ni adresse.
      </p>
      <ReportFilters path={FIGURES_PATH} query={query} />
      <SearchFigures figures={figures} />
      {searches.length > 0 && <TopSearches searches={searches} />}
    </AdminPage>
  );
}

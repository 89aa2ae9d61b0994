import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import {
  ANALYTICS_PATH,
  buildAnalyticsUrl,
  buildExportUrl,
  buildFilterUrl,
} from "@/app/admin/_components/analytics/analytics-urls";
import { CutOffNotice } from "@/app/admin/_components/analytics/cut-off-notice";
import { ReportView } from "@/app/admin/_components/analytics/report-view";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listFilters } from "@/domain/analytics/definitions/filters";
import { listDefinitions } from "@/domain/analytics/definitions/queries";
import { isEmptyFilter, toFilter } from "@/domain/analytics/report/filter-schema";
import { findNames } from "@/domain/analytics/report/names-queries";
import { getAnalytics } from "@/domain/analytics/report/queries";
import { AnalyticsQuery, type AnalyticsReport } from "@/domain/analytics/report/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { ShareButton } from "./_share/share-button";
import { AnalyticsTabs } from "./analytics-tabs";
import { FilterChips } from "./filter-chips";
import { PeriodPicker } from "./period-picker";
import { findSegmentName, SegmentPicker } from "./segment-picker";

export const metadata: Metadata = { title: "Statistiques" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function AnalyticsPage({ searchParams }: Props) {
  const { role } = await requireStaff("analytics.read", ANALYTICS_PATH);
  const query = parseListQuery(AnalyticsQuery, await searchParams);
  const filter = toFilter(query);
  const [report, names, segments] = await Promise.all([
    getAnalytics({ period: query, filters: await listFilters(query) }),
    findNames([filter]),
    listDefinitions("SEGMENT"),
  ]);
  const { period } = report;
  const isFiltered = !isEmptyFilter(filter) || query.segment !== undefined;
  return (
    <AdminPage
      title="Statistiques"
      actions={
        can({ role }, "analytics.write") && (
          <ShareButton
            target={{ kind: "FIGURES", query }}
            suggestedName="Chiffres de la boutique"
          />
        )
      }
    >
      <AnalyticsTabs current="figures" />
      <PeriodPicker path={ANALYTICS_PATH} query={query} period={period} />
      <SegmentPicker path={ANALYTICS_PATH} query={query} segments={segments} />
      <FilterChips
        path={ANALYTICS_PATH}
        query={query}
        segment={findSegmentName(segments, query.segment)}
        filter={filter}
        names={names}
      />
      {period.isCutOff && <CutOffNotice />}
      {isEmptyReport(report) ? (
        <p className={`${admin.card} ${admin.empty}`}>
          {isFiltered ? (
            "Aucune visite de cette période ne correspond à ces filtres. Retirez-en un."
          ) : (
            <>
              Aucune visite n'a été comptée dans cette période. Les visites de l'équipe et des
              robots ne comptent pas.
              {query.period !== "365" && (
                <a href={buildAnalyticsUrl(query, { period: "365" })}>
                  Voir les douze derniers mois
                </a>
              )}
            </>
          )}
        </p>
      ) : (
        <ReportView
          report={report}
          links={{
            getFilterUrl: (property, value) => buildFilterUrl(query, property, value),
            getExportUrl: (card) => buildExportUrl(query, card),
          }}
        />
      )}
    </AdminPage>
  );
}

function isEmptyReport({ figures, top }: AnalyticsReport): boolean {
  return (
    Object.values(figures).every(({ current }) => Number(current) === 0) &&
    top.every(({ rows }) => rows.length === 0)
  );
}

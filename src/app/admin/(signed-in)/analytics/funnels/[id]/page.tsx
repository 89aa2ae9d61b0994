import type { Metadata } from "next";
import { notFound } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { FunnelSteps } from "@/app/admin/_components/analytics/funnel-steps";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listFilters } from "@/domain/analytics/definitions/filters";
import { findFunnel, listDefinitions } from "@/domain/analytics/definitions/queries";
import { getFunnelResult } from "@/domain/analytics/funnels/queries";
import { toFilter } from "@/domain/analytics/report/filter-schema";
import { findNames } from "@/domain/analytics/report/names-queries";
import { resolvePeriod } from "@/domain/analytics/report/period";
import { AnalyticsQuery } from "@/domain/analytics/report/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { FUNNELS_PATH } from "../../_funnels/funnel-urls";
import { FilterChips } from "../../filter-chips";
import { PeriodPicker } from "../../period-picker";
import { findSegmentName, SegmentPicker } from "../../segment-picker";

export const metadata: Metadata = { title: "Entonnoir" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function FunnelPage({ params, searchParams }: Props) {
  const { id } = await params;
  const path = `${FUNNELS_PATH}/${id}`;
  await requireStaff("analytics.read", path);
  const query = parseListQuery(AnalyticsQuery, await searchParams);
  const filter = toFilter(query);
  const [funnel, segments, names] = await Promise.all([
    findFunnel(id),
    listDefinitions("SEGMENT"),
    findNames([filter]),
  ]);
  if (!funnel) notFound();
  const { definition } = funnel;
  const result = await getFunnelResult(definition, {
    period: query,
    filters: await listFilters(query),
  });
  const { span } = resolvePeriod(query, new Date());
  return (
    <AdminPage
      title={funnel.name}
      trail={[
        { label: "Statistiques", href: "/admin/analytics" },
        { label: "Entonnoirs", href: FUNNELS_PATH },
      ]}
    >
      <PeriodPicker
        path={path}
        query={query}
        period={{ span, compared: null }}
        hasComparison={false}
      />
      <SegmentPicker path={path} query={query} segments={segments} />
      <FilterChips
        path={path}
        query={query}
        segment={findSegmentName(segments, query.segment)}
        filter={filter}
        names={names}
      />
      <section className={admin.card} aria-label="Étapes">
        <FunnelSteps result={result} scope={definition.scope} />
        <p className={admin.hint}>
          La première étape est faite dans la période ; les suivantes comptent aussi après, pendant{" "}
          {formatWindow(definition.windowMinutes)} au plus d'une étape à l'autre.
        </p>
      </section>
    </AdminPage>
  );
}

function formatWindow(minutes: number): string {
  if (minutes % 1_440 === 0) return `${minutes / 1_440} j`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listFilterChoices } from "@/domain/analytics/definitions/choices-queries";
import { listDefinitions } from "@/domain/analytics/definitions/queries";
import { describeFilter } from "@/domain/analytics/definitions/summary";
import { findNames } from "@/domain/analytics/report/names-queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { SegmentList } from "../_segments/segment-list";
import { AnalyticsTabs } from "../analytics-tabs";

export const metadata: Metadata = { title: "Segments" };

export default async function SegmentsPage() {
  const { role } = await requireStaff("analytics.read", "/admin/analytics/segments");
  const [segments, choices] = await Promise.all([listDefinitions("SEGMENT"), listFilterChoices()]);
  const names = await findNames(segments.map(({ definition }) => definition.filter));
  return (
    <AdminPage title="Statistiques">
      <AnalyticsTabs current="segments" />
      <p className={admin.hint}>
        Un segment choisit des visites. Il sert de filtre dans les chiffres, les entonnoirs et les
        rapports.
      </p>
      <SegmentList
        segments={segments.map((segment) => ({
          ...segment,
          summary: describeFilter(segment.definition.filter, names),
        }))}
        choices={choices}
        names={Object.fromEntries(names)}
        mayWrite={can({ role }, "analytics.write")}
      />
    </AdminPage>
  );
}

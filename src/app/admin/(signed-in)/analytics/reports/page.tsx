import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listFilterChoices } from "@/domain/analytics/definitions/choices-queries";
import { listDefinitions } from "@/domain/analytics/definitions/queries";
import { summarize } from "@/domain/analytics/definitions/summary";
import { findNames } from "@/domain/analytics/report/names-queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { ReportList } from "../_reports/report-list";
import { REPORTS_PATH } from "../analytics-choices";
import { AnalyticsTabs } from "../analytics-tabs";

export const metadata: Metadata = { title: "Rapports" };

export default async function ReportsPage() {
  const { role } = await requireStaff("analytics.read", REPORTS_PATH);
  const [reports, segments, choices] = await Promise.all([
    listDefinitions("REPORT"),
    listDefinitions("SEGMENT"),
    listFilterChoices(),
  ]);
  const names = await findNames(reports.map(({ definition }) => definition.filter));
  return (
    <AdminPage title="Statistiques">
      <AnalyticsTabs current="reports" />
      <p className={admin.hint}>
        Un rapport compte une chose par une autre, sur une période, pour toutes les visites ou
        certaines.
      </p>
      <ReportList
        reports={reports.map((report) => ({ ...report, summary: summarize(report, names) }))}
        segments={segments.map(({ id, name }) => ({ id, name }))}
        choices={choices}
        names={Object.fromEntries(names)}
        mayWrite={can({ role }, "analytics.write")}
      />
    </AdminPage>
  );
}

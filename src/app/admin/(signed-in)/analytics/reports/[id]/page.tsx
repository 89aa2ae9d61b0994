import type { Metadata } from "next";
import { notFound } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { CustomReport } from "@/app/admin/_components/analytics/custom-report";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { UserText } from "@/app/admin/_components/text/user-text";
import { getReportResult } from "@/domain/analytics/custom/queries";
import { findReport, findSegmentFilter } from "@/domain/analytics/definitions/queries";
import { summarize } from "@/domain/analytics/definitions/summary";
import { findNames } from "@/domain/analytics/report/names-queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { PERIOD_OPTIONS, REPORTS_PATH } from "../../analytics-choices";

export const metadata: Metadata = { title: "Rapport" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function ReportPage({ params }: Props) {
  const { id } = await params;
  await requireStaff("analytics.read", `${REPORTS_PATH}/${id}`);
  const report = await findReport(id);
  if (!report) notFound();
  const { definition } = report;
  const [result, names] = await Promise.all([
    findSegmentFilter(definition.segment).then((segment) =>
      getReportResult(definition, { segment }),
    ),
    findNames([definition.filter]),
  ]);
  const period = PERIOD_OPTIONS.find(([value]) => value === definition.period)?.[1];
  return (
    <AdminPage
      title={report.name}
      trail={[
        { label: "Statistiques", href: "/admin/analytics" },
        { label: "Rapports", href: REPORTS_PATH },
      ]}
      actions={
        result.rows.length > 0 && (
          <a
            className="button"
            data-variant="quiet"
            href={`/api/admin/analytics/reports/${id}/export`}
            download
          >
            Télécharger en CSV
          </a>
        )
      }
    >
      <p className={admin.hint}>
        <UserText text={summarize(report, names)} /> ({period})
      </p>
      <section className={admin.card} aria-label="Résultat">
        <CustomReport definition={definition} result={result} />
      </section>
    </AdminPage>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { BoardView } from "@/app/admin/_components/analytics/board-view";
import { CutOffNotice } from "@/app/admin/_components/analytics/cut-off-notice";
import { formatSpans } from "@/app/admin/_components/analytics/format-span";
import { ReportView } from "@/app/admin/_components/analytics/report-view";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { listFilters } from "@/domain/analytics/definitions/filters";
import { findBoard } from "@/domain/analytics/definitions/queries";
import { getAnalytics } from "@/domain/analytics/report/queries";
import type { AnalyticsQuery } from "@/domain/analytics/report/schema";
import { findShare } from "@/domain/analytics/shares/queries";
import styles from "./shared.module.css";

export const metadata: Metadata = { title: "Statistiques partagées", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

/** Figures behind a link with a secret address, for people without an account. Shows no data of staff or customers. */
export default async function SharedFiguresPage({ params }: Props) {
  const share = await findShare((await params).token);
  if (!share) notFound();
  const { name, target, expiresAt } = share;
  return (
    <main className={styles.page}>
      <AdminPage title={name}>
        <p className={admin.hint}>
          Chiffres d'Equipement Ouarzazate, en lecture seule. Ce lien s'ouvre jusqu'au{" "}
          <DateTime value={expiresAt.toISOString()} />.
        </p>
        {target.kind === "FIGURES" ? (
          <SharedFigures query={target.query} />
        ) : (
          <SharedBoard id={target.id} />
        )}
      </AdminPage>
    </main>
  );
}

async function SharedFigures({ query }: { query: AnalyticsQuery }) {
  const report = await getAnalytics({ period: query, filters: await listFilters(query) });
  const { span, compared, isCutOff } = report.period;
  return (
    <>
      <p className={admin.hint}>{formatSpans({ span, compared })}</p>
      {isCutOff && <CutOffNotice />}
      <ReportView report={report} />
    </>
  );
}

async function SharedBoard({ id }: { id: string }) {
  const board = await findBoard(id);
  if (!board) notFound();
  return <BoardView definition={board.definition} />;
}

import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listDefinitions } from "@/domain/analytics/definitions/queries";
import { summarize } from "@/domain/analytics/definitions/summary";
import { DEFAULT_FUNNEL_ID, DEFAULT_FUNNEL_NAME } from "@/domain/analytics/funnels/default-funnel";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { BoardList } from "../_boards/board-list";
import { BOARDS_PATH } from "../analytics-choices";
import { AnalyticsTabs } from "../analytics-tabs";

export const metadata: Metadata = { title: "Tableaux" };

export default async function BoardsPage() {
  const { role } = await requireStaff("analytics.read", BOARDS_PATH);
  const [boards, funnels, reports] = await Promise.all([
    listDefinitions("BOARD"),
    listDefinitions("FUNNEL"),
    listDefinitions("REPORT"),
  ]);
  return (
    <AdminPage title="Statistiques">
      <AnalyticsTabs current="boards" />
      <p className={admin.hint}>
        Un tableau réunit sur une page les cartes que vous regardez souvent. Il se partage par un
        lien.
      </p>
      <BoardList
        boards={boards.map((board) => ({ ...board, summary: summarize(board, new Map()) }))}
        funnels={[
          [DEFAULT_FUNNEL_ID, DEFAULT_FUNNEL_NAME],
          ...funnels.map(({ id, name }) => [id, name] as const),
        ]}
        reports={reports.map(({ id, name }) => [id, name] as const)}
        mayWrite={can({ role }, "analytics.write")}
      />
    </AdminPage>
  );
}

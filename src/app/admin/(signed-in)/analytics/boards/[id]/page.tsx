import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardView } from "@/app/admin/_components/analytics/board-view";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { findBoard } from "@/domain/analytics/definitions/queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { ShareButton } from "../../_share/share-button";
import { BOARDS_PATH } from "../../analytics-choices";

export const metadata: Metadata = { title: "Tableau" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function BoardPage({ params }: Props) {
  const { id } = await params;
  const { role } = await requireStaff("analytics.read", `${BOARDS_PATH}/${id}`);
  const board = await findBoard(id);
  if (!board) notFound();
  return (
    <AdminPage
      title={board.name}
      trail={[
        { label: "Statistiques", href: "/admin/analytics" },
        { label: "Tableaux", href: BOARDS_PATH },
      ]}
      actions={
        can({ role }, "analytics.write") && (
          <ShareButton target={{ kind: "BOARD", id }} suggestedName={board.name} />
        )
      }
    >
      <BoardView definition={board.definition} />
    </AdminPage>
  );
}

import type { Metadata } from "next";
import panel from "@/app/admin/_components/panel.module.css";
import { PanelPage } from "@/app/admin/_components/panel-page";
import { listCannedReplies } from "@/domain/messaging/canned-replies/queries";
import { VARIABLES } from "@/domain/messaging/inbox/rules";
import { requireStaff } from "@/lib/auth/page-guard";
import { CannedList } from "../_canned/canned-list";
import { INBOX_PATH } from "../inbox-url";

export const metadata: Metadata = { title: "Réponses types" };

export default async function CannedRepliesPage() {
  await requireStaff("messages.write", "/admin/messages/canned-replies");
  const texts = await listCannedReplies();
  return (
    <PanelPage title="Réponses types" trail={[{ label: "Messages", href: INBOX_PATH }]}>
      <p className={panel.hint}>
        Des textes prêts à envoyer, en français et en arabe. Ce qui est entre accolades est remplacé
        pour chaque client : {VARIABLES.map((name) => `{{${name}}}`).join(", ")}.
      </p>
      <CannedList texts={texts} />
    </PanelPage>
  );
}

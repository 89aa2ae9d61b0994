import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listCannedReplies } from "@/domain/messaging/canned-replies/queries";
import { VARIABLES } from "@/domain/messaging/inbox/rules";
import { requireStaff } from "@/lib/auth/page-guard";
import { CannedList } from "../_canned/canned-list";
import { MessageTabs } from "../message-tabs";

export const metadata: Metadata = { title: "Réponses types" };

export default async function CannedRepliesPage() {
  await requireStaff("messages.write", "/admin/messages/canned-replies");
  const replies = await listCannedReplies();
  return (
    <AdminPage title="Réponses types" tabs={<MessageTabs current="canned" />}>
      <p className={admin.hint}>
        Des textes prêts à envoyer, en français et en arabe. Ce qui est entre accolades est remplacé
        pour chaque client : {VARIABLES.map((name) => `{{${name}}}`).join(", ")}.
      </p>
      <CannedList replies={replies} />
    </AdminPage>
  );
}

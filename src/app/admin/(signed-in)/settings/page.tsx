import type { Metadata } from "next";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { RecordTimeline } from "@/app/admin/_components/page/record-timeline";
import { getSettingsForEdit } from "@/domain/settings/queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { SettingsForm } from "./settings-form";

export const metadata: Metadata = { title: "Réglages" };

export default async function SettingsPage() {
  const { role, hasSecondFactor } = await requireStaff("settings.edit", "/admin/settings");
  return (
    <AdminPage title="Réglages">
      <SettingsForm
        settings={await getSettingsForEdit({ role })}
        hasSecondFactor={hasSecondFactor}
      />
      <RecordTimeline entityType="Setting" />
    </AdminPage>
  );
}

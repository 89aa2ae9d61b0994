import type { Metadata } from "next";
import { requireStaff } from "@/lib/auth/page-guard";
import { PanelPage } from "../../_components/panel-page";

export const metadata: Metadata = { title: "Tableau de bord" };

export default async function DashboardPage() {
  await requireStaff("products.read", "/admin/dashboard");
  return <PanelPage title="Tableau de bord">{null}</PanelPage>;
}

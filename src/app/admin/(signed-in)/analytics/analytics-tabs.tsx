import { ANALYTICS_PATH } from "@/app/admin/_components/analytics/analytics-urls";
import { PageTabs } from "@/app/admin/_components/page/page-tabs";

const TABS = {
  figures: [ANALYTICS_PATH, "Chiffres"],
  funnels: ["/admin/analytics/funnels", "Entonnoirs"],
  segments: ["/admin/analytics/segments", "Segments"],
  reports: ["/admin/analytics/reports", "Rapports"],
  boards: ["/admin/analytics/boards", "Tableaux"],
  experiments: ["/admin/analytics/experiments", "Essais"],
} as const;

export function AnalyticsTabs({ current }: { current: keyof typeof TABS }) {
  return <PageTabs label="Statistiques" tabs={TABS} current={current} />;
}

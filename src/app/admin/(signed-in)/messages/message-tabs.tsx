import { PageTabs } from "../../_components/page/page-tabs";

const TABS = {
  inbox: ["/admin/messages", "Messages"],
  leads: ["/admin/leads", "Demandes"],
} as const;

export function MessageTabs({ current }: { current: keyof typeof TABS }) {
  return <PageTabs label="Messages et demandes" tabs={TABS} current={current} />;
}

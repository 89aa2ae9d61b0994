import { PageTabs } from "../../_components/page/page-tabs";

const TABS = {
  inbox: ["/admin/messages", "Messages"],
  leads: ["/admin/leads", "Demandes"],
  canned: ["/admin/messages/canned-replies", "Réponses types"],
} as const;

export function MessageTabs({ current }: { current: keyof typeof TABS }) {
  return <PageTabs label="Pages des messages" tabs={TABS} current={current} />;
}

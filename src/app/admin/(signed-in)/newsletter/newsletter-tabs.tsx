import { PageTabs } from "../../_components/page/page-tabs";

const TABS = {
  subscribers: ["/admin/newsletter", "Abonnés"],
  campaigns: ["/admin/newsletter/campaigns", "Campagnes"],
} as const;

export function NewsletterTabs({ current }: { current: keyof typeof TABS }) {
  return <PageTabs label="Newsletter" tabs={TABS} current={current} />;
}

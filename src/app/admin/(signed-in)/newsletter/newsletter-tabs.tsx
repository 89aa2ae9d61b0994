import Link from "next/link";
import styles from "../../_components/tabs.module.css";

const TABS = {
  subscribers: ["/admin/newsletter", "Abonnés"],
  campaigns: ["/admin/newsletter/campaigns", "Campagnes"],
} as const;

export function NewsletterTabs({ current }: { current: keyof typeof TABS }) {
  return (
    <nav aria-label="Newsletter" className={styles.tabs}>
      {Object.entries(TABS).map(([name, [href, label]]) => (
        <Link
          key={name}
          href={href}
          prefetch={false}
          aria-current={name === current ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

import Link from "next/link";
import styles from "../../_components/tabs.module.css";
import { FIGURES_PATH, SEARCH_PATH } from "./search-urls";

const TABS = {
  inbox: [SEARCH_PATH, "Sans résultat"],
  synonyms: ["/admin/search/synonyms", "Synonymes"],
  rules: ["/admin/search/rules", "Règles"],
  figures: [FIGURES_PATH, "Mesures"],
} as const;

export function SearchTabs({ current }: { current: keyof typeof TABS }) {
  return (
    <nav aria-label="Recherche" className={styles.tabs}>
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

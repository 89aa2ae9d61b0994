import { PageTabs } from "../../_components/page/page-tabs";
import { FIGURES_PATH, SEARCH_PATH } from "./search-urls";

const TABS = {
  inbox: [SEARCH_PATH, "Sans résultat"],
  synonyms: ["/admin/search/synonyms", "Synonymes"],
  rules: ["/admin/search/rules", "Règles"],
  figures: [FIGURES_PATH, "Mesures"],
} as const;

export function SearchTabs({ current }: { current: keyof typeof TABS }) {
  return <PageTabs label="Recherche" tabs={TABS} current={current} />;
}

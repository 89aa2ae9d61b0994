import tiles from "@/app/admin/_components/tiles.module.css";
import type { SearchFigures as Figures } from "@/domain/search/report/schema";
import { formatNumber, formatPercent, plural } from "@/lib/format/format";
import styles from "../search.module.css";

const SEARCHES = { one: "recherche", other: "recherches" };
const FOUND_NOTHING = { one: "recherche n'a rien trouvé", other: "recherches n'ont rien trouvé" };

export function SearchFigures({ figures }: { figures: Figures }) {
  const { searches, withoutResult, withClick, meanPosition } = figures;
  return (
    <dl className={tiles.tiles}>
      <Figure
        title="Recherches"
        value={formatNumber(searches)}
        hint="Une recherche compte une fois, même écrite lettre par lettre."
      />
      <Figure
        title="Sans résultat"
        value={formatPercent(withoutResult, searches) || "—"}
        hint={`${formatNumber(withoutResult)} ${plural(withoutResult, "fr", FOUND_NOTHING)}.`}
      />
      <Figure
        title="Suivies d'un clic"
        value={formatPercent(withClick, searches) || "—"}
        hint={`Après ${formatNumber(withClick)} ${plural(withClick, "fr", SEARCHES)}, un produit a été ouvert.`}
      />
      <Figure
        title="Position moyenne du clic"
        value={meanPosition === null ? "—" : formatNumber(Math.round(meanPosition * 10) / 10)}
        hint="1 est le premier produit : plus c'est petit, mieux la recherche a deviné."
      />
    </dl>
  );
}

function Figure({ title, value, hint }: { title: string; value: string; hint: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={tiles.value}>{value}</dd>
      <dd className={styles.facts}>{hint}</dd>
    </div>
  );
}

import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { TopSearch } from "@/domain/search/report/schema";
import { formatNumber, formatPercent } from "@/lib/format/format";

export function TopSearches({ searches }: { searches: readonly TopSearch[] }) {
  return (
    <section className={admin.card} aria-labelledby="frequentes">
      <h2 id="frequentes">Recherches les plus fréquentes</h2>
      <table className={`${admin.table} ${stacked.stacked}`}>
        <TableHead titles={["Texte", "Recherches", "Sans résultat", "Suivies d'un clic"]} />
        <tbody>
          {searches.map((search) => (
            <tr key={search.text}>
              <th scope="row">
                <UserText text={search.text} />
              </th>
              <td data-label="Recherches">{formatNumber(search.searches)}</td>
              <td data-label="Sans résultat">
                {formatPercent(search.withoutResult, search.searches)}
              </td>
              <td data-label="Clics">{formatPercent(search.withClick, search.searches)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import admin from "@/app/admin/_components/admin.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import type { CampaignReport } from "@/domain/campaigns/schema";
import { formatNumber, formatPercent, plural } from "@/lib/format/format";
import styles from "./report.module.css";

/** Clicks come first because people make them; opens are an estimate. */
export function CampaignFigures({ report, sent }: { report: CampaignReport; sent: number }) {
  const { clicks, opens, links } = report;
  const facts: [string, number][] = [
    ["Désinscriptions", report.unsubscribed],
    ["Adresses qui ont refusé", report.bounced],
    ["Plaintes", report.complained],
    ["Messages arrivés", report.delivered],
  ];
  return (
    <section className={admin.card} aria-labelledby="resultats">
      <h2 id="resultats">Résultats</h2>
      <dl className={styles.figures}>
        <div data-first>
          <dt>Personnes qui ont cliqué</dt>
          <dd>
            {formatNumber(clicks.unique)} <small>{formatPercent(clicks.unique, sent)}</small>
          </dd>
          <dd className={styles.secondary}>
            {formatNumber(clicks.total)} {plural(clicks.total, "fr", CLICKS)} en tout
          </dd>
        </div>
        {facts.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(figure)}</dd>
          </div>
        ))}
        <div>
          <dt>Ouvertures estimées</dt>
          <dd>{formatNumber(opens.unique)}</dd>
          <dd className={styles.secondary}>{formatNumber(opens.total)} avec les robots</dd>
        </div>
      </dl>
      {links.length > 0 && <LinkTable links={links} />}
    </section>
  );
}

const CLICKS = { one: "clic", other: "clics" };

function LinkTable({ links }: Pick<CampaignReport, "links">) {
  return (
    <ScrollRegion label="Clics par lien">
      <table className={admin.table}>
        <TableHead titles={["Lien", "Personnes", "Clics"]} />
        <tbody>
          {links.map(({ url, unique, total }) => (
            <tr key={url}>
              <th scope="row" className={styles.link} dir="ltr">
                {url}
              </th>
              <td>{formatNumber(unique)}</td>
              <td>{formatNumber(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

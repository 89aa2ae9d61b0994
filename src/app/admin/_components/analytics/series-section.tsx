import admin from "@/app/admin/_components/admin.module.css";
import { formatShortDay } from "@/app/admin/_components/charts/short-day";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import { formatNumber } from "@/lib/format/format";
import { LazyChart } from "../charts/lazy-chart";
import styles from "./analytics.module.css";

type Series = AnalyticsReport["series"];

const STEPS: Record<Series["step"], { title: string; column: string }> = {
  hour: { title: "Visiteurs par heure", column: "Heure" },
  day: { title: "Visiteurs par jour", column: "Jour" },
  week: { title: "Visiteurs par semaine", column: "Semaine du" },
  month: { title: "Visiteurs par 30 jours", column: "30 jours depuis le" },
};

/** The visitors over time as a chart, with all figures in the table behind it. */
export function SeriesSection({
  series,
  exportUrl,
}: {
  series: Series;
  exportUrl?: string | undefined;
}) {
  const { step, points } = series;
  const { title, column } = STEPS[step];
  const hasComparison = points.some(({ comparedVisitors }) => comparedVisitors !== null);
  return (
    <section className={admin.card} aria-labelledby="evolution">
      <header className={styles.cardHead}>
        <h2 id="evolution">{title}</h2>
        {exportUrl && (
          <a href={exportUrl} download aria-label={`${title} : télécharger en CSV`}>
            CSV
          </a>
        )}
      </header>
      <LazyChart
        name="Visiteurs"
        points={points.map((point) => ({
          label: formatMoment(point),
          current: point.visitors,
          compared: point.comparedVisitors,
        }))}
      />
      <details>
        <summary className={styles.summary}>Voir les chiffres</summary>
        <table className={admin.table}>
          <TableHead
            titles={[
              column,
              "Visiteurs",
              ...(hasComparison ? ["Avant"] : []),
              "Pages vues",
              "Demandes",
            ]}
          />
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={formatMoment(point)}>
                <th scope="row">{formatMoment(point)}</th>
                <td>{formatNumber(point.visitors)}</td>
                {point.comparedVisitors !== null && <td>{formatNumber(point.comparedVisitors)}</td>}
                <td>{formatNumber(point.views)}</td>
                <td>{formatNumber(point.requests)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** "30 nov.", or "14 h" in the course of one day. */
function formatMoment({ day, hour }: Series["points"][number]): string {
  return hour === null ? formatShortDay(day) : `${hour} h`;
}

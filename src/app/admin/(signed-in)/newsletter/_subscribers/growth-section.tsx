import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { LazyChart } from "@/app/admin/_components/charts/lazy-chart";
import { formatShortDay } from "@/app/admin/_components/charts/short-day";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import type { GrowthPoint, GrowthStep } from "@/domain/newsletter/subscribers/queries";
import type { SubscriberQuery } from "@/domain/newsletter/subscribers/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { buildSubscribersUrl } from "./subscriber-urls";
import styles from "./subscribers.module.css";

const STEPS: Record<GrowthStep, { label: string; span: string; head: string }> = {
  day: { label: "Par jour", span: "30 derniers jours", head: "Jour" },
  week: { label: "Par semaine", span: "26 dernières semaines", head: "Semaine du" },
};

const SUBSCRIBERS = { one: "abonné", other: "abonnés" };

interface Props {
  points: GrowthPoint[];
  step: GrowthStep;
  query: SubscriberQuery;
}

export function GrowthSection({ points, step, query }: Props) {
  const netGrowth = points.reduce((sum, { joined, left }) => sum + joined - left, 0);
  const current = points.at(-1)?.total ?? 0;
  return (
    <section className={`${admin.card} ${styles.growth}`} aria-labelledby="evolution">
      <div className={styles.growthHead}>
        <h2 id="evolution">
          {formatNumber(current)} {plural(current, "fr", SUBSCRIBERS)}, {formatSigned(netGrowth)}{" "}
          sur les {STEPS[step].span}
        </h2>
        <nav aria-label="Pas de la courbe" className={styles.steps}>
          {Object.entries(STEPS).map(([name, { label }]) => (
            <Link
              key={name}
              href={buildSubscribersUrl(query, { pas: name })}
              prefetch={false}
              scroll={false}
              aria-current={name === step ? "true" : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
      <LazyChart
        name="Abonnés"
        isZoomed
        points={points.map(({ day, total }) => ({
          label: formatShortDay(day),
          current: total,
          compared: null,
        }))}
      />
      <details>
        <summary>Voir les chiffres</summary>
        <div className={styles.figures}>
          <table className={admin.table}>
            <caption className={admin.hint}>
              Arrivées, départs et nombre d'abonnés, {STEPS[step].span}
            </caption>
            <TableHead titles={[STEPS[step].head, "Arrivées", "Départs", "Solde", "Abonnés"]} />
            <tbody>
              {points.toReversed().map((point) => (
                <tr key={point.day}>
                  <th scope="row">{formatShortDay(point.day)}</th>
                  <td>{formatNumber(point.joined)}</td>
                  <td>{formatNumber(point.left)}</td>
                  <td>{formatSigned(point.joined - point.left)}</td>
                  <td>{formatNumber(point.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function formatSigned(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

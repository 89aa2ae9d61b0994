import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import {
  buildAnalyticsUrl,
  toAnalyticsParams,
} from "@/app/admin/_components/analytics/analytics-urls";
import { formatSpans } from "@/app/admin/_components/analytics/format-span";
import choices from "@/app/admin/_components/choices.module.css";
import { DateField } from "@/app/admin/_components/fields/dates/date-field";
import type { AnalyticsQuery, AnalyticsReport } from "@/domain/analytics/report/schema";
import styles from "./analytics-page.module.css";

const PERIODS = [
  ["today", "Aujourd'hui"],
  ["7", "7 jours"],
  ["30", "30 jours"],
  ["90", "90 jours"],
  ["365", "12 mois"],
] as const;

const COMPARISONS = [
  ["previous", "Période précédente"],
  ["year", "Année précédente"],
  ["none", "Sans comparaison"],
] as const;

interface Props {
  /** The page whose address holds the choice. */
  path: string;
  query: AnalyticsQuery;
  period: Pick<AnalyticsReport["period"], "span" | "compared">;
  /** A page that compares nothing offers no comparison. */
  hasComparison?: boolean;
}

/** Links and a form that choose the days of the figures; the choice is in the address. */
export function PeriodPicker({
  path,
  query,
  period: { span, compared },
  hasComparison = true,
}: Props) {
  const { from: _from, to: _to, period: _period, ...others } = toAnalyticsParams(query);
  return (
    <div className={styles.period}>
      <nav aria-label="Période" className={choices.choices}>
        {PERIODS.map(([period, label]) => (
          <Link
            key={period}
            href={buildAnalyticsUrl(query, { period, from: undefined, to: undefined }, path)}
            prefetch={false}
            scroll={false}
            aria-current={period === query.period ? "true" : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {hasComparison && (
        <nav aria-label="Comparaison" className={choices.choices}>
          {COMPARISONS.map(([compare, label]) => (
            <Link
              key={compare}
              href={buildAnalyticsUrl(query, { compare }, path)}
              prefetch={false}
              scroll={false}
              aria-current={compare === query.compare ? "true" : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
      )}
      <details className={styles.dates} open={query.period === "custom"}>
        <summary>Choisir les dates</summary>
        <form action={path} className={admin.toolbar}>
          {Object.entries(others).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="period" value="custom" />
          <DateField label="Du" name="from" defaultValue={span.first} />
          <DateField label="Au" name="to" defaultValue={span.last} />
          <button type="submit" className="button" data-variant="quiet">
            Afficher
          </button>
        </form>
      </details>
      <p className={admin.hint}>{formatSpans({ span, compared })}</p>
    </div>
  );
}

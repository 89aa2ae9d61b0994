import Link from "next/link";
import choices from "@/app/admin/_components/choices.module.css";
import { REPORT_DAYS, type ReportQuery } from "@/domain/search/report/schema";
import styles from "./search.module.css";
import { buildReportUrl } from "./search-urls";

interface Props {
  path: string;
  query: ReportQuery;
}

const LOCALES = [
  [undefined, "Toutes les langues"],
  ["fr", "Français"],
  ["ar", "Arabe"],
] as const;

/** Links that choose the period and the language of the figures. */
export function ReportFilters({ path, query }: Props) {
  return (
    <div className={styles.filters}>
      <nav aria-label="Période" className={choices.choices}>
        {REPORT_DAYS.map((days) => (
          <Link
            key={days}
            href={buildReportUrl(path, { ...query, days })}
            prefetch={false}
            scroll={false}
            aria-current={days === query.days ? "true" : undefined}
          >
            {days} jours
          </Link>
        ))}
      </nav>
      <nav aria-label="Langue" className={choices.choices}>
        {LOCALES.map(([locale, label]) => (
          <Link
            key={label}
            href={buildReportUrl(path, { ...query, locale })}
            prefetch={false}
            scroll={false}
            aria-current={locale === query.locale ? "true" : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
    </div>
  );
}

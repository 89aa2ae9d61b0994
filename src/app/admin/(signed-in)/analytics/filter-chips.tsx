import { X } from "lucide-react";
import Link from "next/link";
import { buildAnalyticsUrl } from "@/app/admin/_components/analytics/analytics-urls";
import { UserText } from "@/app/admin/_components/text/user-text";
import { type AnalyticsFilter, FILTER_PROPERTIES } from "@/domain/analytics/report/filter-schema";
import { formatValue, PROPERTY_LABELS } from "@/domain/analytics/report/labels";
import type { AnalyticsQuery } from "@/domain/analytics/report/schema";
import styles from "./analytics-page.module.css";

interface Props {
  path: string;
  query: AnalyticsQuery;
  /** The name of the segment that filters; null without one. */
  segment: string | null;
  filter: AnalyticsFilter;
  /** The names of the records that the filter mentions, by id. */
  names: ReadonlyMap<string, string>;
}

/** The active filters, each a link that removes it. */
export function FilterChips({ path, query, segment, filter, names }: Props) {
  const active = FILTER_PROPERTIES.flatMap((property) =>
    (filter[property] ?? []).map((value) => ({ property, value })),
  );
  if (active.length === 0 && segment === null) return null;
  return (
    <ul className={styles.chips} aria-label="Filtres actifs" data-plain>
      {segment !== null && (
        <li>
          <Chip
            label="Segment"
            text={segment}
            href={buildAnalyticsUrl(query, { segment: undefined }, path)}
          />
        </li>
      )}
      {active.map(({ property, value }) => (
        <li key={property}>
          <Chip
            label={PROPERTY_LABELS[property]}
            text={formatValue(property, value, names.get(value))}
            href={buildAnalyticsUrl(query, { [property]: undefined }, path)}
          />
        </li>
      ))}
    </ul>
  );
}

function Chip({ label, text, href }: { label: string; text: string; href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-label={`Retirer le filtre ${label} : ${text}`}
    >
      <span>
        {label} : <UserText text={text} />
      </span>
      <X aria-hidden="true" size={16} />
    </Link>
  );
}

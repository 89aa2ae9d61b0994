import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { FilterProperty } from "@/domain/analytics/report/filter-schema";
import { formatValue } from "@/domain/analytics/report/labels";
import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import { formatNumber, formatPercent } from "@/lib/format/format";
import { Bar } from "../charts/bar";
import styles from "./analytics.module.css";
import { CARD_WORDS } from "./card-words";

interface Props {
  list: AnalyticsReport["top"][number];
  hasComparison: boolean;
  /** The address of the figures filtered by a value; without it values are no links. */
  getFilterUrl?: ((property: FilterProperty, value: string) => string) | undefined;
  /** The address of the list as a file. */
  exportUrl?: string | undefined;
}

/** The most frequent values of one property: a table whose bars are decoration. */
export function TopCard({ list: { card, rows }, hasComparison, getFilterUrl, exportUrl }: Props) {
  const { title, column, counted, empty, property } = CARD_WORDS[card];
  const id = `liste-${card}`;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const hasRequests = property !== null && card !== "unaskedProducts";
  return (
    <section className={admin.card} aria-labelledby={id}>
      <header className={styles.cardHead}>
        <h2 id={id}>{title}</h2>
        {exportUrl && rows.length > 0 && (
          <a href={exportUrl} download aria-label={`${title} : télécharger en CSV`}>
            CSV
          </a>
        )}
      </header>
      {rows.length === 0 ? (
        <p className={admin.hint}>{empty}</p>
      ) : (
        <table className={styles.top}>
          <TableHead
            titles={[
              column,
              counted,
              ...(hasComparison ? ["Avant"] : []),
              ...(hasRequests ? ["Demandes"] : []),
            ]}
          />
          <tbody>
            {rows.map(({ value, label, count, compared, requests }) => {
              const text = property === null ? value : formatValue(property, value, label);
              return (
                <tr key={value}>
                  <th scope="row">
                    <Bar share={count / most} />
                    {property !== null && getFilterUrl ? (
                      <Link href={getFilterUrl(property, value)} prefetch={false} scroll={false}>
                        <UserText text={text} />
                      </Link>
                    ) : (
                      <UserText text={text} />
                    )}
                  </th>
                  <td>{formatNumber(count)}</td>
                  {hasComparison && <td>{compared !== null && formatNumber(compared)}</td>}
                  {hasRequests && (
                    <td>
                      {formatNumber(requests)}
                      {requests > 0 && counted === "Visiteurs" && (
                        <span className={styles.share}> {formatPercent(requests, count)}</span>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

import Link from "next/link";
import { formatNumber, plural } from "@/lib/format/format";
import styles from "./dashboard.module.css";
import type { Stat } from "./stat-cards";

interface Props {
  id: string;
  title: string;
  stats: readonly Stat[];
  /** Marks the counts as work to do. */
  needsAction?: boolean;
}

/** A section of counts. A count of zero has no card, and a section without cards is not shown. */
export function StatCards({ id, title, stats, needsAction = false }: Props) {
  const shown = stats.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.cards}>
        {shown.map(({ one, other, count, href }) => (
          <li key={href} data-tone={needsAction ? "warn" : undefined} className={styles.card}>
            <Link href={href} prefetch={false}>
              <strong className={styles.count}>{formatNumber(count)}</strong>{" "}
              <span>{plural(count, "fr", { one, other })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import Link from "next/link";
import { formatNumber, plural } from "@/lib/format/format";
import styles from "./dashboard.module.css";

interface Props {
  one: string;
  other: string;
  count: number;
  /** The list of the counted records. */
  href: string;
  /** Highlights a count above zero as work to do. */
  needsAction?: boolean;
}

export function StatCard({ one, other, count, href, needsAction = false }: Props) {
  const tone = count === 0 ? "quiet" : needsAction ? "warn" : undefined;
  return (
    <li data-tone={tone} className={styles.card}>
      <Link href={href} prefetch={false}>
        <strong className={styles.count}>{formatNumber(count, "fr")}</strong>{" "}
        <span>{plural(count, "fr", { one, other })}</span>
      </Link>
    </li>
  );
}

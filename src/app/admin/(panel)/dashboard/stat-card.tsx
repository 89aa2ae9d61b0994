import Link from "next/link";
import { formatNumber, plural } from "@/lib/format/format";
import styles from "./dashboard.module.css";

interface Props {
  one: string;
  other: string;
  count: number;
  /** The list of what was counted. */
  href: string;
  /** Whether a count above zero asks for work. */
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

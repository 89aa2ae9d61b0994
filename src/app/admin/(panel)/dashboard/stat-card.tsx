import Link from "next/link";
import { formatNumber, plural } from "@/lib/format";
import styles from "./dashboard.module.css";

interface Props {
  one: string;
  other: string;
  count: number;
  /** The list of what was counted. */
  href?: string;
  tone?: "good" | "warn";
}

export function StatCard({ one, other, count, href, tone }: Props) {
  const text = (
    <>
      <strong className={styles.count}>{formatNumber(count, "fr")}</strong>{" "}
      <span>{plural(count, "fr", { one, other })}</span>
    </>
  );
  return (
    <li data-tone={tone} className={styles.card}>
      {href ? (
        <Link href={href} prefetch={false}>
          {text}
        </Link>
      ) : (
        <p>{text}</p>
      )}
    </li>
  );
}

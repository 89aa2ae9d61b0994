import Link from "next/link";
import { STATUS_LABELS } from "@/domain/newsletter/subscribers/labels";
import type { StatusCounts } from "@/domain/newsletter/subscribers/queries";
import { SUBSCRIBER_STATUSES, type SubscriberQuery } from "@/domain/newsletter/subscribers/schema";
import { formatNumber } from "@/lib/format/format";
import styles from "../../../_components/tabs.module.css";
import { buildSubscribersUrl } from "./subscriber-urls";

export function StatusLinks({ counts, query }: { counts: StatusCounts; query: SubscriberQuery }) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const links = [
    { status: undefined, label: "Tous", count: total },
    ...SUBSCRIBER_STATUSES.map((status) => ({
      status,
      label: STATUS_LABELS[status].label,
      count: counts[status],
    })),
  ];
  return (
    <nav aria-label="Statuts" className={styles.tabs}>
      {links.map(({ status, label, count }) => (
        <Link
          key={label}
          href={buildSubscribersUrl({ ...query, status, page: 1 })}
          prefetch={false}
          scroll={false}
          aria-current={status === query.status ? "true" : undefined}
        >
          {label} <span>{formatNumber(count)}</span>
        </Link>
      ))}
    </nav>
  );
}

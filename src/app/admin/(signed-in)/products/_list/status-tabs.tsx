"use client";

import Link from "next/link";
import type { StatusChip } from "@/domain/catalogue/products/schema";
import { formatNumber } from "@/lib/format/format";
import styles from "../../../_components/tabs.module.css";
import { STATUS_CHIPS } from "../labels";
import { buildListUrl } from "./list-url";
import { useProductList } from "./product-list-context";

type Counts = Partial<Record<StatusChip, number>>;

/** Tabs with the number of products of each status, under the other filters. */
export function StatusTabs({ counts }: { counts: Counts }) {
  const { query, go } = useProductList();
  const { TRASH: _trash, ...countsOutsideTrash } = counts;
  const all = Object.values(countsOutsideTrash).reduce((sum, count) => sum + count, 0);
  const tabs: [StatusChip | undefined, string, number][] = [
    [undefined, "Tous", all],
    ...(Object.keys(STATUS_CHIPS) as StatusChip[]).map((chip): [StatusChip, string, number] => [
      chip,
      STATUS_CHIPS[chip].label,
      counts[chip] ?? 0,
    ]),
  ];
  return (
    <nav aria-label="Statuts" className={styles.tabs}>
      {tabs
        .filter(([chip, , count]) => count > 0 || chip === query.status || chip === "TRASH")
        .map(([chip, label, count]) => (
          <Link
            key={label}
            href={buildListUrl(query, { status: chip })}
            prefetch={false}
            scroll={false}
            aria-current={chip === query.status ? "true" : undefined}
            onNavigate={(event) => {
              event.preventDefault();
              go({ status: chip });
            }}
          >
            {label} <span>{formatNumber(count)}</span>
          </Link>
        ))}
    </nav>
  );
}

"use client";

import { ListTabs } from "@/app/admin/_components/filtered-list/list-tabs";
import type { StatusChip } from "@/domain/catalogue/products/schema";
import { STATUS_CHIPS } from "../labels";
import { buildListUrl } from "./list-url";
import { useProductList } from "./product-list-context";

type Counts = Partial<Record<StatusChip, number>>;

/** An empty status has no tab, unless it is chosen or the trash. */
export function StatusTabs({ counts }: { counts: Counts }) {
  const { query, go } = useProductList();
  const { TRASH: _trash, ...countsOutsideTrash } = counts;
  const all = Object.values(countsOutsideTrash).reduce((sum, count) => sum + count, 0);
  const items = [
    { value: undefined, label: "Tous", count: all },
    ...(Object.keys(STATUS_CHIPS) as StatusChip[]).map((chip) => {
      return { value: chip, label: STATUS_CHIPS[chip].label, count: counts[chip] ?? 0 };
    }),
  ];
  return (
    <ListTabs<StatusChip | undefined>
      label="Statuts"
      items={items.filter(
        ({ value, count }) => count > 0 || value === query.status || value === "TRASH",
      )}
      current={query.status}
      getHref={(status) => buildListUrl(query, { status })}
      onChoose={(status) => go({ status })}
    />
  );
}

"use client";

import {
  type RowSelectionState,
  type SortingState,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { useEffect, useMemo, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Pager } from "@/app/admin/_components/pager";
import type { StaffProductQuery, StaffProductRow } from "@/domain/catalogue/products/schema";
import { formatNumber, plural } from "@/lib/format/format";
import type { Pagination } from "@/lib/pagination";
import { BulkBar } from "./bulk-bar";
import { ColumnChooser } from "./column-chooser";
import { columns } from "./columns";
import styles from "./list.module.css";
import { buildListUrl, toFilterParams } from "./list-address";
import { PageSize, SortChoice } from "./list-order";
import { useProductList } from "./product-list-context";
import { Rights } from "./row-menu";
import table from "./table.module.css";
import { features } from "./table-features";
import { TableBody, TableHead } from "./table-parts";
import { useColumnVisibility } from "./use-column-visibility";
import type { RowPermissions } from "./use-row-actions";

interface Props {
  rows: StaffProductRow[];
  pagination: Pagination;
  rights: RowPermissions;
}

const NOTHING: RowSelectionState = {};

export function ProductTable({ rows, pagination, rights }: Props) {
  const { query, isPending, go } = useProductList();
  const [selected, setSelected] = useState(NOTHING);
  const [isAll, setAll] = useState(false);
  const [shown, keepShown] = useColumnVisibility();
  const filter = JSON.stringify(toFilterParams(query));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was ticked in one list means nothing in another.
  useEffect(() => {
    setSelected(NOTHING);
    setAll(false);
  }, [filter]);
  const sorting = useMemo(() => sortingOf(query), [query]);
  const products = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    enableRowSelection: rights.mayWrite,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, rowSelection: selected, columnVisibility: shown },
    onSortingChange: (change) => {
      const [next] = after(change, sorting);
      if (next)
        go({ sort: next.id as StaffProductQuery["sort"], order: next.desc ? "desc" : "asc" });
    },
    onRowSelectionChange: (change) => {
      setAll(false);
      setSelected(after(change, selected));
    },
    onColumnVisibilityChange: (change) => keepShown(after(change, shown)),
  });
  const clear = () => {
    setSelected(NOTHING);
    setAll(false);
  };
  return (
    <Rights value={rights}>
      <div className={styles.tools}>
        <p className={admin.hint} aria-live="polite">
          {countOf(pagination.total)}
        </p>
        <SortChoice />
        <ColumnChooser table={products} />
      </div>
      <div className={admin.scroll} data-pending={isPending || undefined}>
        <table className={table.table}>
          <caption className="visually-hidden">Produits</caption>
          <TableHead table={products} selectable={rights.mayWrite} />
          <TableBody table={products} selectable={rights.mayWrite} />
        </table>
      </div>
      <div className={styles.foot}>
        <Pager pagination={pagination} getHref={(page) => buildListUrl(query, { page })} />
        <PageSize />
      </div>
      <BulkBar
        ids={Object.keys(selected)}
        isAll={isAll}
        total={pagination.total}
        onAll={() => setAll(true)}
        onClear={clear}
        mayTrash={rights.mayTrash}
      />
    </Rights>
  );
}

function after<T>(change: Updater<T>, before: T): T {
  return change instanceof Function ? change(before) : change;
}

function sortingOf({ sort, order }: StaffProductQuery): SortingState {
  const usual = sort === "name" || sort === "price" ? "asc" : "desc";
  return [{ id: sort, desc: (order ?? usual) === "desc" }];
}

function countOf(total: number): string {
  const forms = { one: "produit", other: "produits" };
  return `${formatNumber(total, "fr")} ${plural(total, "fr", forms)}`;
}

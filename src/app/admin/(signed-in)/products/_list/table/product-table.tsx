"use client";

import {
  type RowSelectionState,
  type SortingState,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { useEffect, useMemo, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Pager } from "@/app/admin/_components/lists/pager";
import type { StaffProductQuery, StaffProductRow } from "@/domain/catalogue/products/schema";
import { formatNumber, plural } from "@/lib/format/format";
import type { Pagination } from "@/lib/lists/pagination";
import { lookup } from "@/lib/lookup";
import { ColumnChooser } from "../../_columns/column-chooser";
import { useColumnVisibility } from "../../_columns/use-column-visibility";
import { BulkBar } from "../bulk-bar";
import styles from "../list.module.css";
import { PageSizeSelect, SortSelect } from "../list-order";
import { buildListUrl, toFilterParams } from "../list-url";
import { useProductList } from "../product-list-context";
import { COLUMN_LABELS, columns, INITIALLY_HIDDEN } from "./columns";
import { RowPermissionsContext } from "./row-menu";
import table from "./table.module.css";
import { features } from "./table-features";
import { TableBody, TableHead } from "./table-parts";
import type { RowPermissions } from "./use-row-actions";

interface Props {
  rows: StaffProductRow[];
  pagination: Pagination;
  rights: RowPermissions;
}

const NO_SELECTION: RowSelectionState = {};

export function ProductTable({ rows, pagination, rights }: Props) {
  const { query, isPending, go } = useProductList();
  const [selected, setSelected] = useState(NO_SELECTION);
  const [isAll, setAll] = useState(false);
  const [visibility, setVisibility] = useColumnVisibility("produits-colonnes", INITIALLY_HIDDEN);
  const filter = JSON.stringify(toFilterParams(query));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new filter resets the selection.
  useEffect(() => {
    setSelected(NO_SELECTION);
    setAll(false);
  }, [filter]);
  const sorting = useMemo(() => toSortingState(query), [query]);
  const products = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    enableRowSelection: rights.mayWrite,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, rowSelection: selected, columnVisibility: visibility },
    onSortingChange: (change) => {
      const [next] = applyUpdater(change, sorting);
      if (next)
        go({ sort: next.id as StaffProductQuery["sort"], order: next.desc ? "desc" : "asc" });
    },
    onRowSelectionChange: (change) => {
      setAll(false);
      setSelected(applyUpdater(change, selected));
    },
    onColumnVisibilityChange: (change) => setVisibility(applyUpdater(change, visibility)),
  });
  const clear = () => {
    setSelected(NO_SELECTION);
    setAll(false);
  };
  return (
    <RowPermissionsContext value={rights}>
      <div className={styles.tools}>
        <p className={admin.hint} aria-live="polite">
          {formatCount(pagination.total)}
        </p>
        <SortSelect />
        <ColumnChooser
          columns={products
            .getAllLeafColumns()
            .filter((column) => column.getCanHide())
            .map((column) => ({
              id: column.id,
              label: lookup(COLUMN_LABELS, column.id) ?? column.id,
              isVisible: column.getIsVisible(),
            }))}
          onToggle={(id, isVisible) => products.getColumn(id)?.toggleVisibility(isVisible)}
        />
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
        <PageSizeSelect />
      </div>
      <BulkBar
        ids={Object.keys(selected)}
        isAll={isAll}
        total={pagination.total}
        onSelectAll={() => setAll(true)}
        onClear={clear}
        mayTrash={rights.mayTrash}
      />
    </RowPermissionsContext>
  );
}

function applyUpdater<T>(change: Updater<T>, before: T): T {
  return change instanceof Function ? change(before) : change;
}

function toSortingState({ sort, order }: StaffProductQuery): SortingState {
  const defaultOrder = sort === "name" || sort === "price" ? "asc" : "desc";
  return [{ id: sort, desc: (order ?? defaultOrder) === "desc" }];
}

function formatCount(total: number): string {
  const forms = { one: "produit", other: "produits" };
  return `${formatNumber(total)} ${plural(total, "fr", forms)}`;
}

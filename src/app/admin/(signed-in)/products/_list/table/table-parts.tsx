import type { ReactTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { lookup } from "@/lib/lookup";
import { COLUMN_LABELS } from "./columns";
import styles from "./table.module.css";
import type { features } from "./table-features";

type ProductReactTable = ReactTable<typeof features, StaffProductRow>;

interface Props {
  table: ProductReactTable;
  selectable: boolean;
}

export function TableHead({ table, selectable }: Props) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {selectable && (
            <th scope="col" className={styles.checkboxCell}>
              <RowCheckbox
                label="Sélectionner la page"
                checked={table.getIsAllPageRowsSelected()}
                mixed={table.getIsSomePageRowsSelected()}
                onClick={table.getToggleAllPageRowsSelectedHandler()}
              />
            </th>
          )}
          {group.headers.map((header) => {
            const { column } = header;
            const direction = column.getIsSorted();
            const content = <table.FlexRender header={header} />;
            return (
              <th
                key={header.id}
                scope="col"
                data-column={column.id}
                aria-sort={
                  direction ? (direction === "asc" ? "ascending" : "descending") : undefined
                }
              >
                {column.getCanSort() ? (
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={column.getToggleSortingHandler()}
                  >
                    {content}
                    <SortIcon direction={direction} />
                  </button>
                ) : (
                  content
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

function SortIcon({ direction }: { direction: false | "asc" | "desc" }) {
  const Icon = direction === "asc" ? ArrowUp : direction === "desc" ? ArrowDown : ArrowUpDown;
  return <Icon aria-hidden="true" size={14} data-idle={direction === false || undefined} />;
}

export function TableBody({ table, selectable }: Props) {
  return (
    <tbody>
      {table.getRowModel().rows.map((row) => (
        <tr key={row.id} data-selected={row.getIsSelected() || undefined}>
          {selectable && (
            <td className={styles.checkboxCell}>
              <RowCheckbox
                label={`Sélectionner ${row.original.name}`}
                checked={row.getIsSelected()}
                onClick={row.getToggleSelectedHandler()}
              />
            </td>
          )}
          {row.getVisibleCells().map((cell) => (
            <td
              key={cell.id}
              data-column={cell.column.id}
              data-label={lookup(COLUMN_LABELS, cell.column.id)}
            >
              <table.FlexRender cell={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface RowCheckboxProps {
  label: string;
  checked: boolean;
  mixed?: boolean;
  /** Receives the click event: with Shift held, TanStack Table selects the range. */
  onClick: (event: unknown) => void;
}

function RowCheckbox({ label, checked, mixed = false, onClick }: RowCheckboxProps) {
  const isHydrated = useHydrated();
  return (
    <label className={styles.target}>
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={!isHydrated}
        ref={(input) => {
          if (input) input.indeterminate = mixed && !checked;
        }}
        onChange={() => undefined}
        onClick={onClick}
      />
    </label>
  );
}

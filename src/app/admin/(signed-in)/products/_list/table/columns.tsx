import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { MissingPhoto } from "@/app/admin/_components/missing-photo";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { formatNumber } from "@/lib/format/format";
import { ResponsiveImage } from "@/ui/responsive-image";
import { STATUS_CHIPS } from "../../labels";
import { CategoryCell, PriceCell } from "./editable-cells";
import { RowMenu } from "./row-menu";
import styles from "./table.module.css";
import { columnHelper } from "./table-features";

/** Keyed by column id, which for sortable columns is the server's sort key. */
export const COLUMN_LABELS = {
  name: "Produit",
  category: PRODUCT_FIELDS.categoryId.label,
  chip: PRODUCT_FIELDS.status.label,
  price: PRODUCT_FIELDS.basePrice.label,
  availability: PRODUCT_FIELDS.availability.label,
  stock: PRODUCT_FIELDS.variations.parts.stock.label,
  arabic: "Arabe",
  views: "Vues",
  updated: "Modifié le",
} as const;

export type ColumnId = keyof typeof COLUMN_LABELS;

/** Columns that are hidden by default. */
export const INITIALLY_HIDDEN: readonly ColumnId[] = ["availability", "arabic", "views"];

export const columns = columnHelper.columns([
  columnHelper.accessor("name", {
    id: "name",
    header: COLUMN_LABELS.name,
    enableHiding: false,
    sortDescFirst: false,
    cell: ({ row }) => <NameCell row={row.original} />,
  }),
  columnHelper.accessor("categoryName", {
    id: "category",
    header: COLUMN_LABELS.category,
    enableSorting: false,
    cell: ({ row }) => <CategoryCell row={row.original} />,
  }),
  columnHelper.accessor("chip", {
    id: "chip",
    header: COLUMN_LABELS.chip,
    enableSorting: false,
    cell: ({ row }) => <ChipCell row={row.original} />,
  }),
  columnHelper.accessor("basePrice", {
    id: "price",
    header: COLUMN_LABELS.price,
    sortDescFirst: false,
    cell: ({ row }) => <PriceCell row={row.original} />,
  }),
  columnHelper.accessor("availability", {
    id: "availability",
    header: COLUMN_LABELS.availability,
    enableSorting: false,
    cell: ({ row }) => PRODUCT_FIELDS.availability.choices[row.original.availability],
  }),
  columnHelper.accessor("stock", {
    id: "stock",
    header: COLUMN_LABELS.stock,
    enableSorting: false,
    cell: ({ row }) => <StockCell stock={row.original.stock} />,
  }),
  columnHelper.accessor("hasArabic", {
    id: "arabic",
    header: COLUMN_LABELS.arabic,
    enableSorting: false,
    cell: ({ row }) => (row.original.hasArabic ? "Oui" : "Manque"),
  }),
  columnHelper.accessor("viewCount", {
    id: "views",
    header: COLUMN_LABELS.views,
    sortDescFirst: true,
    cell: ({ row }) => formatNumber(row.original.viewCount),
  }),
  columnHelper.accessor("updatedAt", {
    id: "updated",
    header: COLUMN_LABELS.updated,
    sortDescFirst: true,
    cell: ({ row }) => <DateTime value={row.original.updatedAt} />,
  }),
  columnHelper.display({
    id: "actions",
    enableHiding: false,
    header: () => <span className="visually-hidden">Actions</span>,
    cell: ({ row }) => <RowMenu row={row.original} />,
  }),
]);

function NameCell({ row }: { row: StaffProductRow }) {
  const under = [row.sku, row.brand].filter(Boolean).join(" · ");
  return (
    <div className={styles.product}>
      <span className={styles.thumb}>
        {row.image ? (
          <ResponsiveImage url={row.image.url} alt="" width={56} height={42} sizes="56px" />
        ) : (
          <MissingPhoto />
        )}
      </span>
      <span className={styles.names}>
        <Link href={`/admin/products/${row.id}/edit`} prefetch={false} className={styles.name}>
          <UserText text={row.name} />
        </Link>
        {under && (
          <span className={admin.hint} dir="ltr">
            {under}
          </span>
        )}
      </span>
    </div>
  );
}

function ChipCell({ row }: { row: StaffProductRow }) {
  const { label, tone } = STATUS_CHIPS[row.chip];
  const isIncomplete = row.chip === "DRAFT" && row.missing.length > 0;
  return (
    <span className={styles.chips}>
      <span className={admin.chip} data-tone={tone}>
        {label}
      </span>
      {isIncomplete && <span className={admin.hint}>À compléter</span>}
      {row.isCategoryHidden && (
        <span className={admin.chip} data-tone="warn">
          Catégorie masquée
        </span>
      )}
    </span>
  );
}

function StockCell({ stock }: { stock: number | null }) {
  if (stock === null) return <span className={admin.hint}>–</span>;
  if (stock === 0) return <span className={styles.missing}>0</span>;
  return <span className={styles.figure}>{formatNumber(stock)}</span>;
}

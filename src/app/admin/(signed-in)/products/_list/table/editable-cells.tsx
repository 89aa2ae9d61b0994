"use client";

import { useContext } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { formatPrice } from "@/lib/format/format";
import { toIndentedLabel } from "../../category-option";
import { useCategories } from "../product-list-context";
import { InlineEdit } from "./inline-edit";
import { RowPermissionsContext } from "./row-menu";
import styles from "./table.module.css";

/** A product in the trash cannot change; one with pending changes would publish them with the change. */
function useIsEditable({ chip, hasDraft }: StaffProductRow): boolean {
  const { mayWrite } = useContext(RowPermissionsContext);
  return mayWrite && chip !== "TRASH" && !hasDraft;
}

export function CategoryCell({ row }: { row: StaffProductRow }) {
  const isEditable = useIsEditable(row);
  const categories = useCategories();
  const shown = <UserText text={row.categoryName} />;
  if (!isEditable) return shown;
  return (
    <InlineEdit
      row={row}
      field="categoryId"
      value={row.categoryId}
      label={PRODUCT_FIELDS.categoryId.label}
      renderControl={(control) => (
        <select {...control} className={admin.select}>
          {categories.map((category) => (
            <option key={category.id} value={category.id}>
              {toIndentedLabel(category)}
            </option>
          ))}
        </select>
      )}
    >
      {shown}
    </InlineEdit>
  );
}

export function PriceCell({ row }: { row: StaffProductRow }) {
  const isEditable = useIsEditable(row);
  if (row.priceOnRequest) return <span className={admin.hint}>Sur demande</span>;
  if (!isEditable) return <Price row={row} />;
  return (
    <InlineEdit
      row={row}
      field="basePrice"
      value={row.basePrice ?? ""}
      label={PRODUCT_FIELDS.basePrice.label}
      renderControl={(control) => (
        <input {...control} className={admin.input} inputMode="decimal" autoComplete="off" />
      )}
    >
      <Price row={row} />
    </InlineEdit>
  );
}

function Price({ row }: { row: StaffProductRow }) {
  if (row.basePrice === null) return <span className={styles.missing}>Manque</span>;
  return (
    <>
      <span className={styles.figure} dir="ltr">
        {formatPrice(row.basePrice, "fr")}
      </span>
      {row.price !== null && (row.priceFrom || row.price !== row.basePrice) && (
        <div className={`${admin.hint} ${styles.shownPrice}`}>
          Affiché : {row.priceFrom && "à partir de "}
          {formatPrice(row.price, "fr")}
        </div>
      )}
    </>
  );
}

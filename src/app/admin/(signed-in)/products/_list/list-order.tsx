"use client";

import { InlineSelect } from "@/app/admin/_components/fields/inline-select";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import styles from "./list.module.css";
import { PAGE_SIZES } from "./list-url";
import { useProductList } from "./product-list-context";

const ORDERS = {
  "updated-desc": "Modifiés en dernier",
  "created-desc": "Créés en dernier",
  "name-asc": "Nom, de A à Z",
  "name-desc": "Nom, de Z à A",
  "price-asc": "Prix croissant",
  "price-desc": "Prix décroissant",
  "views-desc": "Les plus vus",
  "updated-asc": "Modifiés il y a longtemps",
  "created-asc": "Créés en premier",
  "views-asc": "Les moins vus",
} as const;

export function SortSelect() {
  const { query, go } = useProductList();
  const defaultOrder = query.sort === "name" || query.sort === "price" ? "asc" : "desc";
  return (
    <InlineSelect
      label="Trier"
      className={styles.inline}
      value={`${query.sort}-${query.order ?? defaultOrder}`}
      options={Object.entries(ORDERS)}
      onChange={(value) => {
        const [sort, order] = value.split("-");
        go({ sort, order } as Pick<StaffProductQuery, "sort" | "order">);
      }}
    />
  );
}

export function PageSizeSelect() {
  const { query, go } = useProductList();
  const sizes: number[] = [...PAGE_SIZES];
  if (!sizes.includes(query.pageSize)) sizes.unshift(query.pageSize);
  return (
    <InlineSelect
      label="Par page"
      className={styles.inline}
      value={String(query.pageSize)}
      options={sizes.map((size) => [String(size), String(size)])}
      onChange={(size) => go({ pageSize: Number(size) })}
    />
  );
}

"use client";

import admin from "@/app/admin/_components/admin.module.css";
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
    <label className={styles.inline}>
      <span className={admin.hint}>Trier</span>
      <select
        className={admin.select}
        value={`${query.sort}-${query.order ?? defaultOrder}`}
        onChange={(event) => {
          const [sort, order] = event.target.value.split("-");
          go({ sort, order } as Pick<StaffProductQuery, "sort" | "order">);
        }}
      >
        {Object.entries(ORDERS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function PageSizeSelect() {
  const { query, go } = useProductList();
  const sizes: number[] = [...PAGE_SIZES];
  if (!sizes.includes(query.pageSize)) sizes.unshift(query.pageSize);
  return (
    <label className={styles.inline}>
      <span className={admin.hint}>Par page</span>
      <select
        className={admin.select}
        value={query.pageSize}
        onChange={(event) => go({ pageSize: Number(event.target.value) })}
      >
        {sizes.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </select>
    </label>
  );
}

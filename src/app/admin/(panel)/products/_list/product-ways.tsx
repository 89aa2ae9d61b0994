"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type ListWays, useListWays } from "@/app/admin/_components/use-list-ways";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import styles from "./list.module.css";
import { listAddress } from "./list-address";

const ProductsContext = createContext<ListWays<StaffProductQuery> | null>(null);

export function ProductWays({
  query,
  children,
}: {
  query: StaffProductQuery;
  children: ReactNode;
}) {
  const ways = useListWays(query, listAddress);
  return (
    <ProductsContext value={ways}>
      <div className={styles.list} aria-busy={ways.isPending}>
        {children}
        <p className="visually-hidden" role="status">
          {ways.isPending ? "Chargement de la liste" : ""}
        </p>
      </div>
    </ProductsContext>
  );
}

export function useProductWays(): ListWays<StaffProductQuery> {
  const ways = useContext(ProductsContext);
  if (!ways) throw new Error("useProductWays belongs inside ProductWays");
  return ways;
}

"use client";

import { createContext, type ReactNode, useContext } from "react";
import {
  type ListNavigation,
  useListNavigation,
} from "@/app/admin/_components/use-list-navigation";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import styles from "./list.module.css";
import { buildListUrl } from "./list-address";

const ProductsContext = createContext<ListNavigation<StaffProductQuery> | null>(null);

export function ProductListProvider({
  query,
  children,
}: {
  query: StaffProductQuery;
  children: ReactNode;
}) {
  const ways = useListNavigation(query, buildListUrl);
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

export function useProductList(): ListNavigation<StaffProductQuery> {
  const ways = useContext(ProductsContext);
  if (!ways) throw new Error("useProductList belongs inside ProductListProvider");
  return ways;
}

"use client";

import { createContext, type ReactNode, useContext } from "react";
import {
  type ListNavigation,
  useListNavigation,
} from "@/app/admin/_components/lists/use-list-navigation";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import styles from "./list.module.css";
import { buildListUrl } from "./list-url";

const ProductListContext = createContext<ListNavigation<StaffProductQuery> | null>(null);

export function ProductListProvider({
  query,
  children,
}: {
  query: StaffProductQuery;
  children: ReactNode;
}) {
  const navigation = useListNavigation(query, buildListUrl);
  return (
    <ProductListContext value={navigation}>
      <div className={styles.list} aria-busy={navigation.isPending}>
        {children}
        <p className="visually-hidden" role="status">
          {navigation.isPending ? "Chargement de la liste" : ""}
        </p>
      </div>
    </ProductListContext>
  );
}

export function useProductList(): ListNavigation<StaffProductQuery> {
  const navigation = useContext(ProductListContext);
  if (!navigation) throw new Error("useProductList must be used inside ProductListProvider");
  return navigation;
}

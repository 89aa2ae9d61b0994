"use client";

import { createContext, type ReactNode, useContext } from "react";
import {
  type ListNavigation,
  useListNavigation,
} from "@/app/admin/_components/lists/use-list-navigation";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import type { CategoryOption } from "../category-option";
import styles from "./list.module.css";
import { buildListUrl } from "./list-url";

const CategoriesContext = createContext<readonly CategoryOption[]>([]);
const ProductListContext = createContext<ListNavigation<StaffProductQuery> | null>(null);

export function ProductListProvider({
  query,
  categories,
  children,
}: {
  query: StaffProductQuery;
  categories: readonly CategoryOption[];
  children: ReactNode;
}) {
  const navigation = useListNavigation(query, buildListUrl);
  return (
    <ProductListContext value={navigation}>
      <div className={styles.list} aria-busy={navigation.isPending}>
        <CategoriesContext value={categories}>{children}</CategoriesContext>
        <p className="visually-hidden" role="status">
          {navigation.isPending ? "Chargement de la liste" : ""}
        </p>
      </div>
    </ProductListContext>
  );
}

/** All categories, in tree order. */
export function useCategories(): readonly CategoryOption[] {
  return useContext(CategoriesContext);
}

export function useProductList(): ListNavigation<StaffProductQuery> {
  const navigation = useContext(ProductListContext);
  if (!navigation) throw new Error("useProductList must be used inside ProductListProvider");
  return navigation;
}

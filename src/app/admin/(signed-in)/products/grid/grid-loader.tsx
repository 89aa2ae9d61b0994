"use client";

import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { withParams } from "@/app/admin/_components/lists/list-query";
import type { GridProducts } from "@/domain/catalogue/product-list/grid-schema";
import { toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import styles from "./grid.module.css";
import { ProductGrid } from "./product-grid";

/** Loads the products in the browser: thousands of rows would make the page itself large. */
export function GridLoader({ filter }: { filter: Record<string, string> }) {
  const [loaded, setLoaded] = useState<GridProducts | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    const path = withParams("/api/admin/products/grid", filter) as `/api/${string}`;
    api<GridProducts>(path, { signal: abort.signal }).then(setLoaded, (thrown: unknown) => {
      if (!abort.signal.aborted) setProblem(toAppError(thrown).message);
    });
    return () => abort.abort();
  }, [filter]);
  if (problem !== "") {
    return (
      <p className={admin.alert} role="alert">
        {problem}
      </p>
    );
  }
  if (loaded === null) {
    return (
      <p className={`${admin.empty} ${styles.loading}`} role="status">
        Un instant…
      </p>
    );
  }
  if (loaded.products.length === 0) return <p className={admin.empty}>Aucun produit ici.</p>;
  return (
    <>
      {loaded.hasMore && (
        <p className={admin.alert} data-tone="warn">
          La grille montre les 10 000 premiers produits. Filtrez la liste pour voir les autres.
        </p>
      )}
      <ProductGrid products={loaded.products} />
    </>
  );
}

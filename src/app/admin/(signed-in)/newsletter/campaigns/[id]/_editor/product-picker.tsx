"use client";

import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { RowButtons } from "@/app/admin/_components/lists/row-buttons";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import { MAX_PRODUCTS_PER_BLOCK } from "@/domain/campaigns/limits";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { apiList } from "@/lib/http/api-client";
import { lookup } from "@/lib/lookup";
import { sortByRelevance } from "./by-relevance";
import { moveItem } from "./draft";
import styles from "./editor.module.css";

const DEBOUNCE_MS = 250;

interface Props {
  id: string;
  productIds: string[];
  names: Record<string, string>;
  onChange: (productIds: string[]) => void;
}

/** Finds products by name or reference; the mail shows them in the order of the list. */
export function ProductPicker({ id, productIds, names, onChange }: Props) {
  const [picked, setPicked] = useState<Record<string, string>>({});
  const [search, setSearch] = useState("");
  const found = useProductSearch(search);
  const getName = (productId: string) =>
    lookup(picked, productId) ??
    lookup(names, productId) ??
    "Produit que les clients ne voient plus";
  function add({ id: productId, name }: StaffProductRow) {
    setPicked((current) => ({ ...current, [productId]: name }));
    onChange([...productIds, productId]);
  }
  const options = found.filter((product) => !productIds.includes(product.id));
  return (
    <div className={admin.stack}>
      <ol data-plain className={styles.picked} aria-label="Produits choisis">
        {productIds.map((productId, index) => (
          <li key={productId}>
            <UserText text={getName(productId)} />
            <RowButtons
              rowLabel={getName(productId)}
              index={index}
              count={productIds.length}
              onMove={(from, to) => onChange(moveItem(productIds, from, to))}
              onRemove={() => onChange(productIds.filter((other) => other !== productId))}
            />
          </li>
        ))}
      </ol>
      {productIds.length < MAX_PRODUCTS_PER_BLOCK ? (
        <TextField
          label="Chercher un produit"
          name={`produit-${id}`}
          hint="Six au plus. Seuls ceux que les clients voient paraissent dans le message."
          type="search"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : (
        <p className={admin.hint}>Six produits : c'est le plus qu'un bloc montre.</p>
      )}
      <p role="status" className={admin.hint}>
        {search.trim() && options.length === 0 ? "Aucun autre produit publié de ce nom." : ""}
      </p>
      {productIds.length < MAX_PRODUCTS_PER_BLOCK && (
        <div className={admin.row}>
          {options.map((product) => (
            <SmallButton key={product.id} onClick={() => add(product)}>
              Ajouter <UserText text={product.name} />
            </SmallButton>
          ))}
        </div>
      )}
    </div>
  );
}

function useProductSearch(search: string): StaffProductRow[] {
  const [found, setFound] = useState<StaffProductRow[]>([]);
  useEffect(() => {
    const q = search.trim();
    if (q === "") return setFound([]);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ q, pageSize: "100" });
      apiList<StaffProductRow>(`/api/admin/products?${query}`, { signal: abort.signal })
        .then(({ items }) =>
          setFound(
            sortByRelevance(
              items.filter(({ isVisible }) => isVisible),
              q,
            ).slice(0, MAX_PRODUCTS_PER_BLOCK),
          ),
        )
        .catch(() => undefined);
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search]);
  return found;
}

"use client";

import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/field";
import { RowButtons } from "@/app/admin/_components/row-buttons";
import { UserText } from "@/app/admin/_components/user-text";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { apiList } from "@/lib/http/api-client";
import { getOwn } from "@/lib/own";
import { sortByRelevance } from "./by-relevance";
import { moveItem } from "./draft";
import styles from "./editor.module.css";

const MOST = 6;
const WAIT_MS = 250;

interface Props {
  id: string;
  productIds: string[];
  names: Record<string, string>;
  onChange: (productIds: string[]) => void;
}

/** Products of the catalogue, found by name or reference, in the order of the mail. */
export function ProductPicker({ id, productIds, names, onChange }: Props) {
  const [picked, setPicked] = useState<Record<string, string>>({});
  const [words, setWords] = useState("");
  const found = useProducts(words);
  const nameOf = (productId: string) =>
    getOwn(picked, productId) ??
    getOwn(names, productId) ??
    "Produit que les clients ne voient plus";
  function add({ id: productId, name }: StaffProductRow) {
    setPicked((known) => ({ ...known, [productId]: name }));
    onChange([...productIds, productId]);
  }
  const offered = found.filter((product) => !productIds.includes(product.id));
  return (
    <div className={admin.stack}>
      <ol data-plain className={styles.picked} aria-label="Produits choisis">
        {productIds.map((productId, index) => (
          <li key={productId}>
            <UserText text={nameOf(productId)} />
            <RowButtons
              rowLabel={nameOf(productId)}
              index={index}
              count={productIds.length}
              onMove={(from, to) => onChange(moveItem(productIds, from, to))}
              onRemove={() => onChange(productIds.filter((other) => other !== productId))}
            />
          </li>
        ))}
      </ol>
      {productIds.length < MOST ? (
        <Field
          label="Chercher un produit"
          name={`produit-${id}`}
          hint="Six au plus. Seuls ceux que les clients voient paraissent dans le message."
        >
          {(control) => (
            <input
              {...control}
              type="search"
              autoComplete="off"
              className={admin.input}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <p className={admin.hint}>Six produits : c'est le plus qu'un bloc montre.</p>
      )}
      <p role="status" className={admin.hint}>
        {words.trim() && offered.length === 0 ? "Aucun autre produit publié de ce nom." : ""}
      </p>
      {productIds.length < MOST && (
        <div className={admin.row}>
          {offered.map((product) => (
            <button
              key={product.id}
              type="button"
              className="button"
              data-variant="quiet"
              data-size="small"
              onClick={() => add(product)}
            >
              Ajouter <UserText text={product.name} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function useProducts(words: string): StaffProductRow[] {
  const [found, setFound] = useState<StaffProductRow[]>([]);
  useEffect(() => {
    const q = words.trim();
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
            ).slice(0, MOST),
          ),
        )
        .catch(() => undefined);
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words]);
  return found;
}

"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { PickedList } from "@/app/admin/_components/product-picker/picked-list";
import { ProductPicker } from "@/app/admin/_components/product-picker/product-picker";
import { MAX_PRODUCTS_PER_BLOCK } from "@/domain/campaigns/limits";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { lookup } from "@/lib/lookup";

interface Props {
  id: string;
  productIds: string[];
  names: Record<string, string>;
  onChange: (productIds: string[]) => void;
}

/** The products of a block; the mail shows them in the order of the list. */
export function ProductsField({ id, productIds, names, onChange }: Props) {
  const [picked, setPicked] = useState<Record<string, string>>({});
  const getName = (productId: string) =>
    lookup(picked, productId) ??
    lookup(names, productId) ??
    "Produit que les clients ne voient plus";
  function add({ id: productId, name }: StaffProductRow) {
    setPicked((current) => ({ ...current, [productId]: name }));
    onChange([...productIds, productId]);
  }
  return (
    <div className={admin.stack}>
      <PickedList
        label="Produits choisis"
        products={productIds.map((productId) => ({ id: productId, name: getName(productId) }))}
        onChange={(products) => onChange(products.map((product) => product.id))}
      />
      {productIds.length < MAX_PRODUCTS_PER_BLOCK ? (
        <ProductPicker
          label="Chercher un produit"
          name={`produit-${id}`}
          hint="Six au plus. Seuls ceux que les clients voient paraissent dans le message."
          excludedIds={productIds}
          onPick={add}
        />
      ) : (
        <p className={admin.hint}>Six produits : c'est le plus qu'un bloc montre.</p>
      )}
    </div>
  );
}

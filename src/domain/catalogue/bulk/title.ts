import { formatPrice } from "@/lib/format/format";
import { fromCentimes, toCentimes } from "@/lib/input/amount";
import { lookup } from "@/lib/lookup";
import { findProductField } from "../products/fields";
import type { Rounding } from "./price";
import type { BulkChanges } from "./schema";

/** Summarizes changes in French, for lists and the audit log: "Prix −10 %, arrondi à 0,05 MAD · Statut : Masqué". */
export function toTitle(changes: BulkChanges, categoryName: string | null): string {
  const { price, stock, facts, categoryId, brand, isFeatured, isNew } = changes;
  const parts = [
    price && toPriceText(price),
    categoryId !== undefined && `Catégorie : ${categoryName ?? "?"}`,
    toChoiceText("status", changes.status),
    brand !== undefined && (brand === null ? "Sans marque" : `Marque : ${brand}`),
    toChoiceText("saleUnit", changes.saleUnit),
    toChoiceText("availability", changes.availability),
    stock && toStockText(stock),
    isFeatured !== undefined && (isFeatured ? "Mis en avant" : "Plus mis en avant"),
    isNew !== undefined && (isNew ? "Nouveauté" : "Plus une nouveauté"),
    facts && toFactText(facts),
  ];
  return parts.filter((part) => typeof part === "string").join(" · ");
}

function toChoiceText(field: string, value: string | undefined): string | undefined {
  const row = findProductField(field);
  return value && `${row?.label} : ${lookup(row?.choices ?? {}, value) ?? value}`;
}

const ROUNDING_TEXTS: Record<Rounding, string> = {
  "0.05": "arrondi à 0,05",
  "1": "arrondi à 1",
  "5": "arrondi à 5",
  "10": "arrondi à 10",
  END_90: "terminé par ,90",
};

function toPriceText(price: NonNullable<BulkChanges["price"]>): string {
  const { mode, value, rounding, min, max, variations } = price;
  const amount = toCentimes(value);
  const sign = amount < 0 ? "\u2212" : "+";
  const size = fromCentimes(Math.abs(amount));
  const texts = [
    mode === "SET" && `Prix : ${formatPrice(size, "fr")}`,
    mode === "ADD" && `Prix ${sign}${formatPrice(size, "fr")}`,
    mode === "PERCENT" && `Prix ${sign}${size.replace(/\.?0+$/, "").replace(".", ",") || "0"} %`,
    rounding && ROUNDING_TEXTS[rounding],
    min !== undefined && `au moins ${formatPrice(min, "fr")}`,
    max !== undefined && `au plus ${formatPrice(max, "fr")}`,
    variations && "variations comprises",
  ];
  return texts.filter(Boolean).join(", ");
}

function toStockText({ mode, value }: NonNullable<BulkChanges["stock"]>): string {
  if (value === null) return "Stock non suivi";
  if (mode === "SET") return `Stock : ${value}`;
  return value < 0 ? `Stock \u2212${-value}` : `Stock +${value}`;
}

function toFactText(change: NonNullable<BulkChanges["facts"]>): string {
  if (change.mode === "REMOVE") return `Sans « ${change.name} »`;
  return `${change.fact.name} : ${change.fact.value}`;
}

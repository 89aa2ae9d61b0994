import { fromCentimes, toCentimes } from "@/lib/input/amount";
import { isSameJson } from "@/lib/same-json";
import type { ProductSnapshot } from "../products/record";
import type { ChangeLine } from "./schema";

type Part = Partial<ProductSnapshot>;

/** Lists what differs between two states of a product; for variations and characteristics, one line for each that differs. */
export function listChangeLines(before: Part, after: Part): ChangeLine[] {
  const names = Object.keys(after) as (keyof ProductSnapshot)[];
  return names
    .filter((name) => !isSameJson(before[name], after[name]))
    .flatMap((name) => {
      if (name === "variations") return listVariationLines(before, after);
      if (name === "facts") return listFactLines(before.facts ?? [], after.facts ?? []);
      if (name === "images") return [countLine(before.images ?? [], after.images ?? [])];
      return [
        { field: name, detail: null, before: before[name] ?? null, after: after[name] ?? null },
      ];
    });
}

const countLine = (before: readonly unknown[], after: readonly unknown[]): ChangeLine => ({
  field: "images",
  detail: null,
  before: before.length,
  after: after.length,
});

function listVariationLines(before: Part, after: Part): ChangeLine[] {
  const former = new Map((before.variations ?? []).map((variation) => [variation.id, variation]));
  const ids = new Set((after.variations ?? []).map(({ id }) => id));
  const removed = [...former.values()].filter(({ id }) => !ids.has(id));
  return [
    ...(after.variations ?? []).flatMap((variation) =>
      compareVariations(
        former.get(variation.id),
        variation,
        before.basePrice ?? null,
        after.basePrice ?? null,
      ),
    ),
    ...removed.map(({ name, value }) => ({
      field: "variations",
      detail: toDetail({ name, value }),
      before: true,
      after: false,
    })),
  ];
}

type Variation = ProductSnapshot["variations"][number];

function compareVariations(
  before: Variation | undefined,
  after: Variation,
  formerBase: string | null,
  base: string | null,
): ChangeLine[] {
  const detail = toDetail(after);
  if (before === undefined) return [{ field: "variations", detail, before: false, after: true }];
  const lines = [
    { field: "price", detail, before: addPrice(formerBase, before), after: addPrice(base, after) },
    { field: "stock", detail, before: before.stock, after: after.stock },
    { field: "sku", detail, before: before.sku, after: after.sku },
    { field: "isActive", detail, before: before.isActive, after: after.isActive },
  ].filter((line) => line.before !== line.after);
  const isSame = isSameJson(
    { ...before, stock: null, sku: null },
    { ...after, stock: null, sku: null },
  );
  return lines.length > 0 || isSame
    ? lines
    : [{ field: "variations", detail, before: toDetail(before), after: detail }];
}

const toDetail = ({ name, value }: Pick<Variation, "name" | "value">) => `${name} : ${value}`;

function addPrice(base: string | null, { priceModifier }: Variation): string | null {
  return base === null ? null : fromCentimes(toCentimes(base) + toCentimes(priceModifier));
}

function listFactLines(
  before: ProductSnapshot["facts"],
  after: ProductSnapshot["facts"],
): ChangeLine[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  const find = (facts: ProductSnapshot["facts"], name: string) =>
    facts.find((fact) => fact.name === name)?.value ?? null;
  return names
    .map((name) => ({
      field: "facts",
      detail: name,
      before: find(before, name),
      after: find(after, name),
    }))
    .filter((line) => line.before !== line.after);
}

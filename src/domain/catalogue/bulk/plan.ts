import { fromCentimes, MAX_STOCK, toCentimes } from "@/lib/input/amount";
import { findReferenceProblems, type ResolvedReferences } from "../products/checks";
import { toDraft } from "../products/edit";
import { getChangedFields } from "../products/merge";
import { findRuleProblems } from "../products/problems";
import { getEditorView, type ProductRecord, type ProductSnapshot } from "../products/record";
import { resolvePublishAt } from "../products/rules";
import { changePrice, type PriceRule } from "./price";
import type { BulkChanges } from "./schema";

export type Plan =
  | { outcome: "CHANGED"; live: ProductSnapshot; draft: Partial<ProductSnapshot> | null }
  | { outcome: "UNCHANGED" }
  | { outcome: "EXCLUDED"; problems: { field: string; message: string }[] };

/** Why a product cannot take the change, as a French sentence. */
class ExcludedError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

const EVERYTHING_READABLE = new Set<string>();

/**
 * Applies the changes to what customers see, and to the pending changes of the product; both stay apart. The result obeys the rules of
 * a save.
 */
export function planChange(
  record: ProductRecord,
  changes: BulkChanges,
  resolved: Pick<ResolvedReferences, "categoryExists">,
): Plan {
  try {
    return planUnlessExcluded(record, changes, resolved);
  } catch (error) {
    if (!(error instanceof ExcludedError)) throw error;
    return { outcome: "EXCLUDED", problems: [{ field: error.field, message: error.message }] };
  }
}

function planUnlessExcluded(
  record: ProductRecord,
  changes: BulkChanges,
  resolved: Pick<ResolvedReferences, "categoryExists">,
): Plan {
  if (record.deletedAt !== null) throw new ExcludedError("", "Il est dans la corbeille.");
  assertPublishable(record, changes);
  const live = changeSnapshot(record.live, record, changes);
  const view = getEditorView(record);
  const next = record.draft === null ? live : changeSnapshot(view, record, changes);
  const draft = record.draft === null ? null : toDraft(live, next);
  const problems = findProblems(record.live, live, changes, resolved);
  const found =
    problems.length > 0 || record.draft === null
      ? problems
      : findProblems(view, next, changes, resolved);
  if (found.length > 0) return { outcome: "EXCLUDED", problems: found };
  const isUnchanged =
    (record.draft === null) === (draft === null) &&
    hasSameFields(record.live, live) &&
    (draft === null || hasSameFields(view, next));
  if (isUnchanged) return { outcome: "UNCHANGED" };
  return { outcome: "CHANGED", live, draft };
}

/** Field by field, since most fields are the same value. */
const hasSameFields = (before: ProductSnapshot, after: ProductSnapshot) =>
  Object.keys(getChangedFields(before, after)).length === 0;

function findProblems(
  before: ProductSnapshot,
  next: ProductSnapshot,
  { categoryId, price }: BulkChanges,
  { categoryExists }: Pick<ResolvedReferences, "categoryExists">,
) {
  const problems = {
    ...findRuleProblems({
      next,
      before,
      live: before,
      draftChanges: null,
      confirmHighPrice: price?.confirmHighPrice,
      unreadable: EVERYTHING_READABLE,
    }),
    ...findReferenceProblems({ categoryId: categoryId ?? "" }, [], {
      takenSlugs: [],
      redirectedSlugs: [],
      skuTaken: false,
      takenVariationSkus: [],
      uploads: [],
      categoryExists: categoryId === undefined || categoryExists,
    }),
  };
  return Object.entries(problems).map(([field, message]) => ({ field, message }));
}

function assertPublishable({ live, draft }: ProductRecord, { status }: BulkChanges): void {
  if (status !== "ACTIVE" || live.status === "ACTIVE") return;
  if (draft !== null) {
    throw new ExcludedError("status", "Des changements attendent : publiez-les depuis sa fiche.");
  }
  if (live.unpublishAt !== null && Date.parse(live.unpublishAt) <= Date.now()) {
    throw new ExcludedError(
      "unpublishAt",
      "Sa fin de publication est passée : changez-la dans sa fiche.",
    );
  }
}

function changeSnapshot(
  snapshot: ProductSnapshot,
  { createdAt }: ProductRecord,
  changes: BulkChanges,
): ProductSnapshot {
  const { price, stock, facts, status, ...fields } = changes;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  let next: ProductSnapshot = { ...snapshot, ...Object.fromEntries(given) };
  if (status !== undefined && status !== snapshot.status) {
    const { publishAt } = snapshot;
    next = { ...next, status };
    if (status === "ACTIVE") next.publishAt = resolvePublishAt({ createdAt, publishAt });
  }
  if (price) next = changePrices(next, price, price.variations ?? false);
  if (stock) next = { ...next, variations: changeStock(next.variations, stock) };
  if (facts) next = { ...next, facts: changeFacts(next.facts, facts) };
  return next;
}

function changePrices(
  snapshot: ProductSnapshot,
  rule: PriceRule,
  withVariations: boolean,
): ProductSnapshot {
  const { basePrice, priceOnRequest, variations } = snapshot;
  if (priceOnRequest) throw new ExcludedError("basePrice", "Son prix est sur demande.");
  if (basePrice === null && rule.mode !== "SET") {
    throw new ExcludedError("basePrice", "Il n'a pas de prix.");
  }
  const base = toNewPrice(basePrice ?? "0.00", rule, null);
  if (!withVariations || basePrice === null) return { ...snapshot, basePrice: base };
  return {
    ...snapshot,
    basePrice: base,
    variations: variations.map((variation) => {
      const centimes = toCentimes(basePrice) + toCentimes(variation.priceModifier);
      if (centimes < 0) return variation;
      const price = toNewPrice(fromCentimes(centimes), rule, variation);
      const priceModifier = fromCentimes(toCentimes(price) - toCentimes(base));
      return { ...variation, priceModifier };
    }),
  };
}

type Variations = ProductSnapshot["variations"];

function toNewPrice(price: string, rule: PriceRule, variation: Variations[number] | null): string {
  const changed = changePrice(price, rule);
  if ("price" in changed) return changed.price;
  const subject =
    variation === null ? "Le prix" : `Le prix de « ${variation.name} : ${variation.value} »`;
  const verb = changed.problem === "negative" ? "deviendrait négatif" : "deviendrait trop grand";
  throw new ExcludedError("basePrice", `${subject} ${verb}.`);
}

function changeStock(
  variations: Variations,
  { mode, value }: NonNullable<BulkChanges["stock"]>,
): Variations {
  const isMeant = ({ isActive, stock }: Variations[number]) =>
    isActive && (mode === "SET" || stock !== null);
  if (!variations.some(isMeant)) {
    throw new ExcludedError("stock", "Son stock n'est pas suivi.");
  }
  return variations.map((variation) => {
    if (!isMeant(variation)) return variation;
    const stock = mode === "SET" ? value : (variation.stock ?? 0) + value;
    if (stock !== null && stock < 0) {
      throw new ExcludedError("stock", "Son stock deviendrait négatif.");
    }
    if (stock !== null && stock > MAX_STOCK) {
      throw new ExcludedError("stock", "Son stock deviendrait trop grand.");
    }
    return { ...variation, stock };
  });
}

type Facts = ProductSnapshot["facts"];

const MAX_FACTS = 40;

function changeFacts(facts: Facts, change: NonNullable<BulkChanges["facts"]>): Facts {
  if (change.mode === "REMOVE") {
    const rest = facts.filter(({ name }) => !isSameName(name, change.name));
    if (rest.length === facts.length) throw lacksFact(change.name);
    return rest;
  }
  const { fact } = change;
  const place = facts.findIndex(({ name }) => isSameName(name, fact.name));
  const present = facts[place];
  if (present === undefined) {
    if (change.mode === "REPLACE") throw lacksFact(fact.name);
    if (facts.length >= MAX_FACTS) {
      throw new ExcludedError("facts", `Il a déjà ${MAX_FACTS} caractéristiques.`);
    }
    return [...facts, fact];
  }
  if (change.mode === "REPLACE" && change.from && present.value !== change.from) {
    throw new ExcludedError("facts", `« ${fact.name} » n'y vaut pas « ${change.from} ».`);
  }
  const { nameAr = present.nameAr, valueAr } = fact;
  return facts.with(place, { name: present.name, nameAr, value: fact.value, valueAr });
}

const isSameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const lacksFact = (name: string) =>
  new ExcludedError("facts", `Il n'a pas la caractéristique « ${name} ».`);

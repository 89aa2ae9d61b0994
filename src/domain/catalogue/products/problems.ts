import { formatPrice } from "@/lib/format/format";
import { fromCentimes, HIGH_PRICE, MAX_PRICE, toCentimes } from "@/lib/input/amount";
import { getModifierRange } from "../rules";
import type { ProductSnapshot, StoredVariation } from "./record";
import {
  findInconsistencies,
  findMissingForPublishing,
  isPriceMissing,
  type Problems,
} from "./rules";

/** Field that a rule blames → the other fields that the rule reads. */
const FIELDS_READ_BY_RULE = new Map<string, readonly string[]>([
  ["unitSize", ["unitOfSize"]],
  ["unitOfSize", ["unitSize"]],
  ["unpublishAt", ["publishAt"]],
  ["basePrice", ["priceOnRequest"]],
  ["variations", ["basePrice"]],
  ["confirmHighPrice", ["basePrice", "variations"]],
]);

const getRoot = (field: string) => field.split(".")[0] ?? field;

interface Save {
  /** The product after the save. */
  next: ProductSnapshot;
  /** The product before the edit; null for a new product. */
  before: ProductSnapshot | null;
  /** The published product; null for a new product. */
  live: ProductSnapshot | null;
  /** The changes of a save as draft; null where the save takes effect at once. */
  draftChanges: Partial<ProductSnapshot> | null;
  confirmHighPrice: true | undefined;
  /** Fields that the schema refused. `next` has their previous value, so rules that read them are skipped. */
  unreadable: ReadonlySet<string>;
}

/** Finds contradictions, fields missing for publication, fields that a draft cannot hold, and prices out of bounds. */
export function findRuleProblems(save: Save): Problems {
  const { next, before, live, draftChanges, confirmHighPrice, unreadable } = save;
  const isForCustomers =
    next.status === "ACTIVE" && !unreadable.has("status") && !unreadable.has("saveAs");
  const problems = {
    ...findInconsistencies(next),
    ...(draftChanges ? findUndraftableFields(draftChanges) : {}),
    ...(!draftChanges && isForCustomers ? findMissingForCustomers(next, live) : {}),
    ...findPriceProblems({ before, after: next, confirmHighPrice }),
  };
  const isReadable = (field: string) =>
    [getRoot(field), ...(FIELDS_READ_BY_RULE.get(getRoot(field)) ?? [])].every(
      (read) => !unreadable.has(read),
    );
  return Object.fromEntries(Object.entries(problems).filter(([field]) => isReadable(field)));
}

/** Drops problems of `later` about a field where `earlier` already has a problem of that field or of a part of it. */
export function mergeProblems(earlier: Problems, later: Problems): Problems {
  const isNew = (field: string) =>
    Object.keys(earlier).every((known) => known !== field && !known.startsWith(`${field}.`));
  const added = Object.entries(later).filter(([field]) => isNew(field));
  return { ...earlier, ...Object.fromEntries(added) };
}

/** A published product without a price, from before prices were required, can still be edited. */
function findMissingForCustomers(product: ProductSnapshot, live: ProductSnapshot | null): Problems {
  const { basePrice, ...missing } = findMissingForPublishing(product);
  const lackedPrice = live?.status === "ACTIVE" && isPriceMissing(live);
  return { ...missing, ...(basePrice !== undefined && !lackedPrice && { basePrice }) };
}

/** Status and dates take effect at once, so a draft cannot hold them. */
function findUndraftableFields(changes: Partial<ProductSnapshot>): Problems {
  const message = "Ce réglage agit tout de suite : publiez les changements au lieu de les garder.";
  const refused = (["status", "publishAt", "unpublishAt"] as const).filter(
    (name) => name in changes,
  );
  return Object.fromEntries(refused.map((name) => [name, message]));
}

type Priced = Pick<ProductSnapshot, "basePrice" | "variations">;

interface PriceChange {
  /** The product before the edit; null for a new product. */
  before: Priced | null;
  after: Priced;
  confirmHighPrice: true | undefined;
}

/**
 * Checks a changed price: no choice of active variations may cost less than zero or more than `MAX_PRICE`, and a very high price
 * needs a confirmation. An unchanged price range is not checked. The problems name variations, or `confirmHighPrice` with a
 * question.
 */
function findPriceProblems({ before, after, confirmHighPrice }: PriceChange): Problems {
  const range = getCentimeRange(after);
  const previous = before && getCentimeRange(before);
  if (range === null) return {};
  if (range.lowest === previous?.lowest && range.highest === previous.highest) return {};
  if (range.lowest < 0) {
    return toVariationProblems(
      after,
      "lowest",
      `Avec cet écart, le prix tomberait à ${formatCentimes(range.lowest)}.`,
    );
  }
  if (range.highest > toCentimes(MAX_PRICE)) {
    return toVariationProblems(
      after,
      "highest",
      `Avec cet écart, le prix monterait à ${formatCentimes(range.highest)}.`,
    );
  }
  const isHigher = range.highest > toCentimes(HIGH_PRICE) && range.highest !== previous?.highest;
  return isHigher && !confirmHighPrice
    ? { confirmHighPrice: `${formatCentimes(range.highest)}, est-ce bien le prix ?` }
    : {};
}

function getCentimeRange({ basePrice, variations }: Priced) {
  if (basePrice === null) return null;
  const base = toCentimes(basePrice);
  const { lowest, highest } = getModifierRange(variations.filter(({ isActive }) => isActive));
  return { lowest: base + lowest, highest: base + highest };
}

const formatCentimes = (centimes: number) => formatPrice(fromCentimes(centimes), "fr");

/** Blames every active variation that moves the price in this direction. */
function toVariationProblems(
  { variations }: Priced,
  direction: "lowest" | "highest",
  problem: string,
): Problems {
  const isCause = ({ isActive, priceModifier }: StoredVariation) =>
    isActive && Math.sign(toCentimes(priceModifier)) === (direction === "lowest" ? -1 : 1);
  return Object.fromEntries(
    variations.flatMap((variation, i) =>
      isCause(variation) ? [[`variations.${i}.priceModifier`, problem]] : [],
    ),
  );
}

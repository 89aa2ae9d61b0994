import { findPriceProblems } from "./prices";
import type { ProductSnapshot } from "./record";
import {
  findInconsistencies,
  findMissingForPublishing,
  isPriceMissing,
  type Problems,
} from "./rules";

/** The other fields that a rule reads before it blames one. */
const READ_BY_RULE = new Map<string, readonly string[]>([
  ["unitSize", ["unitOfSize"]],
  ["unitOfSize", ["unitSize"]],
  ["unpublishAt", ["publishAt"]],
  ["basePrice", ["priceOnRequest"]],
  ["variations", ["basePrice"]],
  ["confirmHighPrice", ["basePrice", "variations"]],
]);

const rootOf = (field: string) => field.split(".")[0] ?? field;

interface Save {
  /** The product as it would be saved. */
  next: ProductSnapshot;
  /** As its editor started from it; null for a new one. */
  before: ProductSnapshot | null;
  /** As customers see it; null for a new one. */
  live: ProductSnapshot | null;
  /** What changes in a draft; null where the save is for customers. */
  draftChanges: Partial<ProductSnapshot> | null;
  confirmHighPrice: true | undefined;
  /** The fields that could not be read: `next` has a former value in their place, and no rule may judge by it. */
  unreadable: ReadonlySet<string>;
}

/** Everything that contradicts, is missing for customers, cannot wait in a draft, or has to be confirmed. */
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
  const isJudged = (field: string) =>
    [rootOf(field), ...(READ_BY_RULE.get(rootOf(field)) ?? [])].every(
      (read) => !unreadable.has(read),
    );
  return Object.fromEntries(Object.entries(problems).filter(([field]) => isJudged(field)));
}

/** `later` does not blame a field as a whole where `earlier` already blames the field or a part of it. */
export function mergeProblems(earlier: Problems, later: Problems): Problems {
  const isNew = (field: string) =>
    Object.keys(earlier).every((blamed) => blamed !== field && !blamed.startsWith(`${field}.`));
  const added = Object.entries(later).filter(([field]) => isNew(field));
  return { ...earlier, ...Object.fromEntries(added) };
}

/** A product that was published without a price before prices were required can still be edited. */
function findMissingForCustomers(product: ProductSnapshot, live: ProductSnapshot | null): Problems {
  const { basePrice, ...missing } = findMissingForPublishing(product);
  const lackedPrice = live?.status === "ACTIVE" && isPriceMissing(live);
  return { ...missing, ...(basePrice !== undefined && !lackedPrice && { basePrice }) };
}

/** When a product shows takes effect at once: it is no matter for a draft. */
function findUndraftableFields(changes: Partial<ProductSnapshot>): Problems {
  const message = "Ce réglage agit tout de suite : publiez les changements au lieu de les garder.";
  const refused = (["status", "publishAt", "unpublishAt"] as const).filter(
    (name) => name in changes,
  );
  return Object.fromEntries(refused.map((name) => [name, message]));
}

import "server-only";
import { db } from "@/lib/db";
import { type ProductRecord, RECORD_COLUMNS } from "../products/record";
import type { PlannedPrice } from "../schema";
import { planChange } from "./plan";
import { BulkChanges } from "./schema";

/** A scheduled bulk change that includes the price. */
export interface PlannedChange {
  productId: string;
  scheduledAt: string;
  changes: unknown;
}

/**
 * Finds the first of the scheduled changes of a product, given in the order of their dates, that will change its price. Calculates it as
 * the job will, so a product that the change excludes has no planned price.
 */
export async function findPlannedPrice(
  planned: readonly PlannedChange[],
): Promise<PlannedPrice | null> {
  const parsed = planned.map((change) => ({
    ...change,
    changes: BulkChanges.parse(change.changes),
  }));
  const [first] = parsed;
  if (first === undefined) return null;
  const categoryIds = parsed.flatMap(({ changes }) => changes.categoryId ?? []);
  const [record] = await db.$queryRaw<(ProductRecord & { existing: string[] })[]>`
    SELECT ${RECORD_COLUMNS}, ARRAY(SELECT c."id" FROM "Category" c WHERE c."id" = ANY(${categoryIds}::text[])) AS "existing"
    FROM "Product" p WHERE p."id" = ${first.productId}`;
  if (record === undefined) return null;
  const present = JSON.stringify(toPrices(record.live));
  for (const { scheduledAt, changes } of parsed) {
    const categoryExists = record.existing.includes(changes.categoryId ?? "");
    const plan = planChange(record, changes, { categoryExists });
    if (plan.outcome !== "CHANGED" || plan.live.status !== "ACTIVE") continue;
    const prices = toPrices(plan.live);
    const { basePrice, variations } = prices;
    if (basePrice === null || JSON.stringify(prices) === present) continue;
    return { from: scheduledAt, basePrice, variations };
  }
  return null;
}

function toPrices({ basePrice, variations }: ProductRecord["live"]) {
  return {
    basePrice,
    variations: variations
      .filter(({ isActive }) => isActive)
      .map(({ id, priceModifier }) => ({ id, priceModifier })),
  };
}

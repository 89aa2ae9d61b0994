import { formatPrice } from "@/lib/format/format";
import { fromCentimes, HIGH_PRICE, MAX_PRICE, toCentimes } from "@/lib/input/amount";
import { getModifierRange } from "../rules";
import type { ProductSnapshot, StoredVariation } from "./record";
import type { Problems } from "./rules";

type Priced = Pick<ProductSnapshot, "basePrice" | "variations">;

interface PriceChange {
  /** The product as the editor started from it; null for a new one. */
  before: Priced | null;
  after: Priced;
  confirmHighPrice: true | undefined;
}

/**
 * Holds a changed price to the bounds: no choice of active variations costs less than nothing or more than the database holds,
 * and a very high price is confirmed. What stood there before is left alone. Names the variations, or `confirmHighPrice` with
 * the question.
 */
export function findPriceProblems({ before, after, confirmHighPrice }: PriceChange): Problems {
  const range = getCentimeRange(after);
  const known = before && getCentimeRange(before);
  if (range === null) return {};
  if (range.lowest === known?.lowest && range.highest === known.highest) return {};
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
  const isHigher = range.highest > toCentimes(HIGH_PRICE) && range.highest !== known?.highest;
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

/** Names every active variation that moves the price in this direction. */
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

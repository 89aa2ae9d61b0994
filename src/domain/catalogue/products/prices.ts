import { formatPrice } from "@/lib/format/format";
import { fromCentimes, HIGH_PRICE, MAX_PRICE, toCentimes } from "@/lib/input/amount";
import { getModifierRange } from "../rules";
import type { ProductSnapshot, StoredVariation } from "./record";
import type { Problems } from "./rules";

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
export function findPriceProblems({ before, after, confirmHighPrice }: PriceChange): Problems {
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

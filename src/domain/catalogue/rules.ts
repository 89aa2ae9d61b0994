import type { Locale } from "@/lib/i18n/locale";
import { fromCentimes, MAX_PRICE, toCentimes } from "@/lib/input/amount";
import { abbreviate } from "@/lib/input/text";
import type {
  Availability,
  CategoryNode,
  ProductCard,
  PublishedProduct,
  Variation,
} from "./schema";

/** A text with its actual language: Arabic falls back to French. */
export interface LocalText {
  text: string;
  lang: Locale;
}

/** `localText(product, "name", "ar")` reads `nameAr`, or `name` where there is no translation. */
export function localText<K extends string>(
  record: { [P in K]?: unknown } & { [P in `${K}Ar`]?: unknown },
  field: K,
  locale: Locale,
): LocalText {
  const arabic = (record as Record<string, unknown>)[`${field}Ar`];
  if (locale === "ar" && typeof arabic === "string" && arabic.trim() !== "") {
    return { text: arabic, lang: "ar" };
  }
  const french = (record as Record<string, unknown>)[field];
  return { text: typeof french === "string" ? french : "", lang: "fr" };
}

type ArabicTexts = Pick<PublishedProduct, "nameAr" | "descriptionAr" | "detailsAr">;

/** Without any Arabic text the Arabic page of a product repeats the French page. */
export function hasArabicText({ nameAr, descriptionAr, detailsAr }: ArabicTexts): boolean {
  return [nameAr, descriptionAr, detailsAr].some((text) => (text ?? "").trim() !== "");
}

/** Finds the path from a top category down to `slug`; empty where the tree does not have the slug. */
export function findPathTo(tree: readonly CategoryNode[], slug: string): CategoryNode[] {
  for (const node of tree) {
    if (node.slug === slug) return [node];
    const below = findPathTo(node.children, slug);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

export function listWithDescendants(node: CategoryNode): CategoryNode[] {
  return [node, ...node.children.flatMap(listWithDescendants)];
}

/** The price in MAD of one sale unit with these variations; null is "Prix sur demande". Clamped to zero and `MAX_PRICE`. */
export function getPriceWith(
  basePrice: string | null,
  variations: readonly { priceModifier: string | null }[],
): string | null {
  if (basePrice === null) return null;
  const modifiers = variations.map(({ priceModifier }) => toCentimes(priceModifier ?? "0"));
  return toPrice(modifiers.reduce((a, b) => a + b, toCentimes(basePrice)));
}

function toPrice(centimes: number): string {
  return fromCentimes(Math.min(Math.max(0, centimes), toCentimes(MAX_PRICE)));
}

interface PricedVariation {
  name: string;
  priceModifier: string | null;
}

/** The lowest and the highest price over all choices of one variation per group; null is "Prix sur demande". */
export function getPriceRange(
  basePrice: string | null,
  variations: readonly PricedVariation[],
): { lowest: string; highest: string } | null {
  if (basePrice === null) return null;
  const { lowest, highest } = getModifierRange(variations);
  const base = toCentimes(basePrice);
  return { lowest: toPrice(base + lowest), highest: toPrice(base + highest) };
}

/** The lowest price over all choices that include this variation. */
export function getLowestPriceWith<V extends PricedVariation>(
  basePrice: string | null,
  variations: readonly V[],
  chosen: V,
): string | null {
  const others = variations.filter(({ name }) => name !== chosen.name);
  return getPriceRange(basePrice, [...others, chosen])?.lowest ?? null;
}

/**
 * The availability that customers read. "In stock" requires a choice of active variations without a stock of zero. A column of
 * `Product` holds the same value; a test compares them.
 */
export function getShownAvailability(
  setByStaff: Availability,
  variations: readonly { name: string; stock: number | null }[],
): Availability {
  const isAvailable = groupVariations(variations).every(([, group]) =>
    group.some(({ stock }) => stock !== 0),
  );
  return setByStaff === "IN_STOCK" && !isAvailable ? "OUT_OF_STOCK" : setByStaff;
}

export interface VariationRecord
  extends Omit<Variation, "priceModifier" | "availability" | "lastItems" | "imageUrl"> {
  /** Absent from versions that were saved before variations had images. */
  imageUrl?: string | null | undefined;
  priceModifier: string;
  stock: number | null;
}

const MAX_LAST_ITEMS = 5;

/** Removes what customers must not read: the exact stock, and the modifiers of a price on request. */
export function toPublishedVariations(
  { basePrice, availability }: Pick<PublishedProduct, "basePrice" | "availability">,
  variations: readonly VariationRecord[],
): Variation[] {
  return variations.map(({ stock, priceModifier, ...variation }) => ({
    ...variation,
    imageUrl: variation.imageUrl ?? null,
    priceModifier: basePrice === null ? null : priceModifier,
    availability: availability === "IN_STOCK" && stock === 0 ? "OUT_OF_STOCK" : availability,
    lastItems:
      availability === "IN_STOCK" && stock !== null && stock > 0 && stock <= MAX_LAST_ITEMS
        ? stock
        : null,
  }));
}

/** How far a choice of one variation per group moves the base price down and up, in centimes. */
export function getModifierRange(variations: readonly PricedVariation[]): {
  lowest: number;
  highest: number;
} {
  const range = { lowest: 0, highest: 0 };
  for (const [, group] of groupVariations(variations)) {
    const modifiers = group.map(({ priceModifier }) => toCentimes(priceModifier ?? "0"));
    range.lowest += Math.min(...modifiers);
    range.highest += Math.max(...modifiers);
  }
  return range;
}

export type SaleMeasure = Pick<ProductCard, "saleUnit" | "unitSize" | "unitOfSize">;

/**
 * The price of one square metre, litre or kilo of a product sold by the box, bag, piece or set.
 * Null for other sale units, without a size, and without a price.
 */
export function getPricePerSizeUnit(product: SaleMeasure, price: string | null): string | null {
  if (price === null || product.unitSize === null || product.unitOfSize === null) return null;
  if (!["BOX", "BAG", "PIECE", "SET"].includes(product.saleUnit)) return null;
  const size = Number(product.unitSize);
  return size > 0 ? fromCentimes(Math.round(toCentimes(price) / size)) : null;
}

/** The price by the other measure: of the carton for a product sold by the square metre, of the kilo for a bag. Null without one. */
export function getPriceByOtherMeasure(product: SaleMeasure, price: string | null): string | null {
  const { saleUnit, unitSize, unitOfSize } = product;
  if (saleUnit !== "SQUARE_METRE") return getPricePerSizeUnit(product, price);
  if (price === null || unitOfSize !== "M2" || Number(unitSize) === 1) return null;
  return fromCentimes(Math.round(toCentimes(price) * Number(unitSize)));
}

/** Groups variations by name, in their order: "Couleur" → [Chrome, Noir Mat]. */
export function groupVariations<V extends { name: string }>(
  variations: readonly V[],
): [string, V[]][] {
  const groups = new Map<string, V[]>();
  for (const variation of variations) {
    groups.set(variation.name, [...(groups.get(variation.name) ?? []), variation]);
  }
  return [...groups];
}

/**
 * Shortens a text for a search result or meta description to at most `length` UTF-16 units. Cuts between two words, or inside the
 * last word where a cut before it would leave less than half of `length`.
 */
export function excerpt(text: string, length = 155): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= length) return flat;
  const lastSpace = flat.lastIndexOf(" ", length - 1);
  return lastSpace >= length / 2 ? `${flat.slice(0, lastSpace)}…` : abbreviate(flat, length);
}

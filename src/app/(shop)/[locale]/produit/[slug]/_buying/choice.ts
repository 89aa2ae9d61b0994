import type { Availability, PublishedProduct } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";

export interface ChoiceOption {
  /** The value of `?v=` in the address: the SKU, or the variation's id when it has none. */
  id: string;
  label: string;
  sku: string | null;
  swatch: string | null;
  /** The gallery image of this variation. */
  imageUrl: string | null;
  /** MAD, may be negative; null when the price is on request. */
  priceModifier: string | null;
  availability: Availability;
  /** Remaining stock from 5 down to 1; null above 5 or when the stock is not tracked. */
  lastItems: number | null;
}

export interface ChoiceGroup {
  label: string;
  options: ChoiceOption[];
}

export type PricedProduct = Pick<
  PublishedProduct,
  "basePrice" | "saleUnit" | "unitSize" | "unitOfSize" | "availability" | "sku"
>;

export interface ChoiceLabels {
  locale: Locale;
  name: string;
  /** " / m²", empty for a piece. */
  unit: string;
  /** "Vendu par carton de 1,44 m²", or empty. */
  soldBy: string;
  /** "{price} le carton", "{price} / kg", or empty. */
  otherPrice: string;
  onRequest: string;
  onRequestHint: string;
  available: string;
  out: string;
  /** Texts for one to five remaining items; index 0 is for one item. */
  left: string[];
  sku: string;
  whatsapp: string;
  ask: string;
  messageChoice: string;
  messageSku: string;
  askSubject: string;
}

type Groups = readonly { options: readonly ChoiceOption[] }[];

/** Returns the first available option of each group, or its first option when none is available. */
export function getDefaultChoice(groups: Groups): ChoiceOption[] {
  return groups.flatMap(({ options }) => {
    const first = options.find(({ availability }) => availability !== "OUT_OF_STOCK") ?? options[0];
    return first ? [first] : [];
  });
}

/** Reads the choice from `?v=SKU` (repeated for several groups); null when no value matches an option. */
export function findChoice(groups: Groups, search: string): ChoiceOption[] | null {
  const ids = new URLSearchParams(search).getAll("v");
  const matches = groups.map(({ options }) => options.find(({ id }) => ids.includes(id)));
  const defaults = getDefaultChoice(groups);
  return matches.some(Boolean) ? defaults.map((option, i) => matches[i] ?? option) : null;
}

export function buildChoiceUrl(address: string, chosen: readonly ChoiceOption[]): string {
  if (chosen.length === 0) return address;
  return `${address}?${new URLSearchParams(chosen.map(({ id }) => ["v", id]))}`;
}

export function getChosenSku(chosen: readonly ChoiceOption[], productSku: string | null): string {
  return chosen.flatMap(({ sku }) => sku ?? []).join(" + ") || (productSku ?? "");
}

/** True when the product is in stock but a chosen variation is not. */
export function isChoiceOutOfStock(
  { availability }: Pick<PricedProduct, "availability">,
  chosen: readonly Pick<ChoiceOption, "availability">[],
): boolean {
  return (
    availability === "IN_STOCK" && chosen.some((option) => option.availability === "OUT_OF_STOCK")
  );
}

import type { Availability, PublishedProduct } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";

export interface ChoiceOption {
  /** What the address says: the SKU where there is one. */
  id: string;
  label: string;
  sku: string | null;
  swatch: string | null;
  /** The photo of the gallery that shows it. */
  imageUrl: string | null;
  /** MAD, may be negative; null when the price is on request. */
  priceModifier: string | null;
  availability: Availability;
  /** From 5 down; null above, or where the stock is not tracked. */
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
  /** For one left, two, … five. */
  left: string[];
  sku: string;
  whatsapp: string;
  ask: string;
  message: string;
  messageChoice: string;
  messageSku: string;
  askSubject: string;
}

type Groups = readonly { options: readonly ChoiceOption[] }[];

/** Of each group the first that is available. */
export function getDefaultChoice(groups: Groups): ChoiceOption[] {
  return groups.flatMap(({ options }) => {
    const first = options.find(({ availability }) => availability !== "OUT_OF_STOCK") ?? options[0];
    return first ? [first] : [];
  });
}

/** The choice that `?v=SKU` names (repeated for several groups); null where it names none of ours. */
export function findChoice(groups: Groups, search: string): ChoiceOption[] | null {
  const ids = new URLSearchParams(search).getAll("v");
  const named = groups.map(({ options }) => options.find(({ id }) => ids.includes(id)));
  const usual = getDefaultChoice(groups);
  return named.some(Boolean) ? usual.map((option, i) => named[i] ?? option) : null;
}

export function buildChoiceUrl(address: string, chosen: readonly ChoiceOption[]): string {
  if (chosen.length === 0) return address;
  return `${address}?${new URLSearchParams(chosen.map(({ id }) => ["v", id]))}`;
}

export function getChosenSku(chosen: readonly ChoiceOption[], own: string | null): string {
  return chosen.flatMap(({ sku }) => sku ?? []).join(" + ") || (own ?? "");
}

/** In stock in general, but not what was chosen. */
export function isChoiceOutOfStock(
  { availability }: Pick<PricedProduct, "availability">,
  chosen: readonly Pick<ChoiceOption, "availability">[],
): boolean {
  return (
    availability === "IN_STOCK" && chosen.some((option) => option.availability === "OUT_OF_STOCK")
  );
}

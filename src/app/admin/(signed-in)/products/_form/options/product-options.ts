import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { getPriceRange } from "@/domain/catalogue/rules";
import { fromCentimes, isBlankAmount, parsePrice, toCentimes } from "@/lib/input/amount";
import { formatPriceInput } from "../format-number-input";

/** Path of an option value in the form. */
export type ValuePath = `variations.${number}.values.${number}`;

/** A value of an option, in the format of the form fields. */
export interface OptionValue {
  /** Empty for a value that is not saved yet. */
  variationId: string;
  value: string;
  valueAr: string;
  swatch: string;
  /** Typed final price; if empty, `priceModifier` applies. */
  price: string;
  /** Stored difference to the product's price. */
  priceModifier: string;
  stock: string;
  sku: string;
  isActive: boolean;
  /** URL of one of the product's images, or empty. */
  imageUrl: string;
}

/** An option that customers choose, such as a size. The database stores one variation for each value. */
export interface ProductOption {
  name: string;
  nameAr: string;
  values: OptionValue[];
}

export const EMPTY_VALUE: OptionValue = {
  variationId: "",
  value: "",
  valueAr: "",
  swatch: "",
  price: "",
  priceModifier: "0.00",
  stock: "",
  sku: "",
  isActive: true,
  imageUrl: "",
};

export const EMPTY_OPTION: ProductOption = { name: "", nameAr: "", values: [] };

type StoredVariation = ProductForEdit["variations"][number];

/** Groups variations by name into options. */
export function toOptions(
  variations: readonly StoredVariation[],
  basePrice: string | null,
): ProductOption[] {
  const options = new Map<string, ProductOption>();
  for (const variation of variations) {
    const { name, nameAr } = variation;
    const option = options.get(name) ?? { name, nameAr: nameAr ?? "", values: [] };
    option.values.push(toValue(variation, basePrice));
    options.set(name, option);
  }
  return [...options.values()];
}

function toValue(variation: StoredVariation, basePrice: string | null): OptionValue {
  const { id, value, priceModifier, stock, isActive } = variation;
  const hasOwnPrice = basePrice !== null && toCentimes(priceModifier) !== 0;
  return {
    variationId: id,
    value,
    valueAr: variation.valueAr ?? "",
    swatch: variation.swatch ?? "",
    price: hasOwnPrice ? formatPriceInput(addAmounts(basePrice, priceModifier)) : "",
    priceModifier,
    stock: stock === null ? "" : String(stock),
    sku: variation.sku ?? "",
    isActive,
    imageUrl: variation.imageUrl ?? "",
  };
}

function addAmounts(basePrice: string, modifier: string): string {
  return fromCentimes(toCentimes(basePrice) + toCentimes(modifier));
}

/** Returns the final price of a value as a decimal string; null while the product has no valid price. */
export function getValuePrice(
  { price, priceModifier }: Pick<OptionValue, "price" | "priceModifier">,
  basePrice: string,
): string | null {
  const ownPrice = toAmount(price);
  if (ownPrice !== null) return ownPrice;
  const base = toAmount(basePrice);
  return base === null ? null : addAmounts(base, priceModifier);
}

/** Returns the difference to store: typed price minus product price, or the stored difference if no price was typed. */
export function getPriceModifier(
  { price, priceModifier }: Pick<OptionValue, "price" | "priceModifier">,
  basePrice: string,
): string {
  const ownPrice = toAmount(price);
  const base = toAmount(basePrice);
  if (ownPrice === null || base === null) return priceModifier;
  return fromCentimes(toCentimes(ownPrice) - toCentimes(base));
}

function toAmount(text: string): string | null {
  const parsed = parsePrice(text);
  return "amount" in parsed ? parsed.amount : null;
}

const orNull = (text: string) => text.trim() || null;

/** Converts options to the API format: one variation for each value. */
export function toVariationInputs(options: readonly ProductOption[], basePrice: string) {
  return options.flatMap(({ name, nameAr, values }) =>
    values.map((value) => ({
      id: value.variationId || undefined,
      name: name.trim(),
      nameAr: orNull(nameAr),
      value: value.value.trim(),
      valueAr: orNull(value.valueAr),
      swatch: orNull(value.swatch),
      priceModifier: getPriceModifier(value, basePrice),
      stock: orNull(value.stock),
      sku: orNull(value.sku),
      isActive: value.isActive,
      imageUrl: orNull(value.imageUrl),
    })),
  );
}

/** Returns the lowest and the highest price that customers can choose; null without a price. */
export function getShownPriceRange(basePrice: string, options: readonly ProductOption[]) {
  const offered = toVariationInputs(withoutEmptyOptions(options), basePrice).filter(
    ({ isActive }) => isActive,
  );
  return getPriceRange(toAmount(basePrice), offered);
}

/** Drops blank values, then options without values. */
export function withoutEmptyOptions(options: readonly ProductOption[]): ProductOption[] {
  const isBlank = ({ variationId, value, valueAr, sku }: OptionValue) =>
    [variationId, value, valueAr, sku].every((text) => text.trim() === "");
  return options
    .map((option) => ({ ...option, values: option.values.filter((value) => !isBlank(value)) }))
    .filter(({ values }) => values.length > 0);
}

/** Maps an API field to a form field: "variations.3.sku" → "variations.1.values.0.sku". */
export function toFormField(field: string, options: readonly ProductOption[]): string {
  const [, index, name] = /^variations\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (index === undefined) return field;
  let offset = Number(index);
  for (const [option, { values }] of options.entries()) {
    if (offset < values.length) return buildPath(option, offset, name);
    offset -= values.length;
  }
  return "variations";
}

function buildPath(option: number, value: number, name = "value"): string {
  if (name === "name" || name === "nameAr") return `variations.${option}.${name}`;
  const field = name === "priceModifier" ? "price" : name === "id" ? "value" : name;
  return `variations.${option}.values.${value}.${field}`;
}

/** Finds errors that the API schema cannot find: invalid typed prices, and duplicate option names and values. */
export function findOptionProblems(
  options: readonly ProductOption[],
  basePrice: string,
): Record<string, string> {
  const names = options.map(({ name }) => name.trim());
  const problems: Record<string, string> = {};
  for (const [i, { values }] of options.entries()) {
    if (names.indexOf(names[i] ?? "") < i) {
      problems[`variations.${i}.name`] = "Cette option est déjà là : ajoutez-y les valeurs.";
    }
    for (const [j, { price, value }] of values.entries()) {
      const path: ValuePath = `variations.${i}.values.${j}`;
      const priceProblem = findPriceProblem(price, basePrice);
      const first = values.findIndex((other) => other.value.trim() === value.trim());
      if (priceProblem !== null) problems[`${path}.price`] = priceProblem;
      if (first < j) problems[`${path}.value`] = "Cette valeur est là deux fois.";
    }
  }
  return problems;
}

function findPriceProblem(price: string, basePrice: string): string | null {
  if (isBlankAmount(price)) return null;
  if (toAmount(price) === null) return "Indiquez un prix comme 129 ou 129,50.";
  return toAmount(basePrice) === null ? "Indiquez d'abord le prix du produit." : null;
}

const COLOUR_OPTION = /couleur|coloris|teinte|finition|لون|الألوان/i;

/** Whether the values of an option are colours. Only colours have a swatch. */
export function isColourOption({ name, nameAr, values }: ProductOption): boolean {
  return (
    COLOUR_OPTION.test(name) || COLOUR_OPTION.test(nameAr) || values.some(({ swatch }) => swatch)
  );
}

import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { priceRange } from "@/domain/catalogue/rules";
import { fromCentimes, isBlankAmount, parsePrice, toCentimes } from "@/lib/input/amount";
import { formatPriceInput } from "./format-number-input";

/** The place of a value's fields in the form. */
export type ValuePath = `variations.${number}.values.${number}`;

/** A value of an option, as its fields hold it. */
export interface OptionValue {
  /** Empty for one that is not saved yet. */
  variationId: string;
  value: string;
  valueAr: string;
  swatch: string;
  /** What one costs; empty where the stored difference holds. */
  price: string;
  /** Difference to the product's price, as it is stored: what an untouched price stays at. */
  priceModifier: string;
  stock: string;
  sku: string;
  isActive: boolean;
  /** One of the product's photos; empty for none. */
  imageUrl: string;
}

/** What customers choose, such as a size, with its values. Stored as one variation for each value. */
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

/** Variations of one name are one option, wherever they stand. */
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
  const isOwnPrice = basePrice !== null && toCentimes(priceModifier) !== 0;
  return {
    variationId: id,
    value,
    valueAr: variation.valueAr ?? "",
    swatch: variation.swatch ?? "",
    price: isOwnPrice ? formatPriceInput(sumOf(basePrice, priceModifier)) : "",
    priceModifier,
    stock: stock === null ? "" : String(stock),
    sku: variation.sku ?? "",
    isActive,
    imageUrl: variation.imageUrl ?? "",
  };
}

function sumOf(basePrice: string, modifier: string): string {
  return fromCentimes(toCentimes(basePrice) + toCentimes(modifier));
}

/** What one of this value costs, as an amount; null while the product has no readable price. */
export function getValuePrice(
  { price, priceModifier }: Pick<OptionValue, "price" | "priceModifier">,
  basePrice: string,
): string | null {
  const own = amountOf(price);
  if (own !== null) return own;
  const base = amountOf(basePrice);
  return base === null ? null : sumOf(base, priceModifier);
}

/** The difference that is stored: of the typed price to the product's, or the stored one where no price was typed. */
export function getPriceModifier(
  { price, priceModifier }: Pick<OptionValue, "price" | "priceModifier">,
  basePrice: string,
): string {
  const [own, base] = [amountOf(price), amountOf(basePrice)];
  if (own === null || base === null) return priceModifier;
  return fromCentimes(toCentimes(own) - toCentimes(base));
}

function amountOf(text: string): string | null {
  const parsed = parsePrice(text);
  return "amount" in parsed ? parsed.amount : null;
}

const orNull = (text: string) => text.trim() || null;

/** The options as the API takes them: a variation for each value. */
export function toVariationInputs(options: readonly ProductOption[], basePrice: string) {
  return options.flatMap(({ name, nameAr, values }) =>
    values.map((value) => ({
      ...(value.variationId && { id: value.variationId }),
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

/** The lowest and the highest price that customers can choose; null without a price. */
export function getShownPriceRange(basePrice: string, options: readonly ProductOption[]) {
  const offered = toVariationInputs(withoutEmptyOptions(options), basePrice).filter(
    ({ isActive }) => isActive,
  );
  return priceRange(amountOf(basePrice), offered);
}

/** Without values in which nobody wrote anything, and without options that neither have a name nor values. */
export function withoutEmptyOptions(options: readonly ProductOption[]): ProductOption[] {
  const isBlank = ({ variationId, value, valueAr, sku }: OptionValue) =>
    [variationId, value, valueAr, sku].every((text) => text.trim() === "");
  return options
    .map((option) => ({ ...option, values: option.values.filter((value) => !isBlank(value)) }))
    .filter(({ values }) => values.length > 0);
}

/** The field in the form of a field of the API: "variations.3.sku" → "variations.1.values.0.sku". */
export function toFormField(field: string, options: readonly ProductOption[]): string {
  const [, index, name] = /^variations\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (index === undefined) return field;
  let place = Number(index);
  for (const [at, { values }] of options.entries()) {
    if (place < values.length) return pathIn(at, place, name);
    place -= values.length;
  }
  return "variations";
}

function pathIn(option: number, value: number, name = "value"): string {
  if (name === "name" || name === "nameAr") return `variations.${option}.${name}`;
  const field = name === "priceModifier" ? "price" : name === "id" ? "value" : name;
  return `variations.${option}.values.${value}.${field}`;
}

/** What the route's schema cannot see: prices before they become differences, options without values, names typed twice. */
export function findOptionProblems(
  options: readonly ProductOption[],
  basePrice: string,
): Record<string, string> {
  const names = options.map(({ name }) => name.trim());
  const problems = options.flatMap(({ values }, i) => [
    ...(names.indexOf(names[i] ?? "") < i
      ? [[`variations.${i}.name`, "Cette option est déjà là : ajoutez-y les valeurs."]]
      : []),
    ...values.flatMap(({ price, value }, at) => [
      ...(isBlankAmount(price) || priceProblem(price, basePrice) === null
        ? []
        : [[`variations.${i}.values.${at}.price`, priceProblem(price, basePrice)]]),
      ...(values.findIndex((other) => other.value.trim() === value.trim()) < at
        ? [[`variations.${i}.values.${at}.value`, "Cette valeur est là deux fois."]]
        : []),
    ]),
  ]);
  return Object.fromEntries(problems);
}

function priceProblem(price: string, basePrice: string): string | null {
  if (amountOf(price) === null) return "Indiquez un prix comme 129 ou 129,50.";
  return amountOf(basePrice) === null ? "Indiquez d'abord le prix du produit." : null;
}

const COLOUR_OPTION = /couleur|coloris|teinte|finition|لون|الألوان/i;

/** Whether the values of an option are colours: only these show one. */
export function isColourOption({ name, nameAr, values }: ProductOption): boolean {
  return (
    COLOUR_OPTION.test(name) || COLOUR_OPTION.test(nameAr) || values.some(({ swatch }) => swatch)
  );
}

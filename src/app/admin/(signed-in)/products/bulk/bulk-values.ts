import { parseShopTime } from "@/app/admin/_components/fields/dates/shop-time";
import { lookup } from "@/lib/lookup";

/** The form: what people type and choose. An empty text leaves the field of the products as it is. */
export const EMPTY_VALUES = {
  priceMode: "",
  priceValue: "",
  rounding: "",
  minPrice: "",
  maxPrice: "",
  withVariations: true,
  confirmHighPrice: false,
  categoryId: "",
  status: "",
  brandMode: "",
  brand: "",
  saleUnit: "",
  availability: "",
  stockMode: "",
  stock: "",
  isFeatured: "",
  isNew: "",
  factMode: "",
  factName: "",
  factFrom: "",
  factValue: "",
  factValueAr: "",
  scheduledAt: "",
};
export type BulkValues = typeof EMPTY_VALUES;

/** Builds the `changes` of the request; null while nothing is chosen, or a chosen change lacks its value. */
export function toChanges(values: BulkValues): object | null {
  const { categoryId, status, saleUnit, availability } = values;
  const parts = [toPrice(values), toBrand(values), toStock(values), toFacts(values)];
  if (parts.includes("incomplete")) return null;
  const [price, brand, stock, facts] = parts;
  const changes = {
    price,
    brand,
    stock,
    facts,
    categoryId: categoryId || undefined,
    status: status || undefined,
    saleUnit: saleUnit || undefined,
    availability: availability || undefined,
    isFeatured: toFlag(values.isFeatured),
    isNew: toFlag(values.isNew),
  };
  return Object.values(changes).some((change) => change !== undefined) ? changes : null;
}

type Part = object | string | null | undefined | "incomplete";

const SIGNS = { DOWN_PERCENT: "-", UP_PERCENT: "", DOWN: "-", UP: "", SET: "" };
const MODES = {
  DOWN_PERCENT: "PERCENT",
  UP_PERCENT: "PERCENT",
  DOWN: "ADD",
  UP: "ADD",
  SET: "SET",
};

function toPrice(values: BulkValues): Part {
  const { priceMode, priceValue, rounding, minPrice, maxPrice } = values;
  const mode = lookup(MODES, priceMode);
  if (mode === undefined) return undefined;
  if (priceValue.trim() === "") return "incomplete";
  return {
    mode,
    value: `${lookup(SIGNS, priceMode)}${priceValue.trim().replace(/^[-\u2212]/, "")}`,
    rounding: rounding || undefined,
    min: minPrice.trim() || undefined,
    max: maxPrice.trim() || undefined,
    variations: values.withVariations || undefined,
    confirmHighPrice: values.confirmHighPrice || undefined,
  };
}

function toBrand({ brandMode, brand }: BulkValues): Part {
  if (brandMode === "REMOVE") return null;
  if (brandMode !== "SET") return undefined;
  return brand.trim() || "incomplete";
}

function toStock({ stockMode, stock }: BulkValues): Part {
  if (stockMode === "UNTRACKED") return { mode: "SET", value: null };
  if (stockMode === "") return undefined;
  const text = stock.trim();
  if (text === "") return "incomplete";
  if (stockMode === "SET") return { mode: "SET", value: text };
  return { mode: "ADD", value: /^[+-]?\d{1,9}$/.test(text) ? Number(text) : text };
}

function toFacts(values: BulkValues): Part {
  const { factMode: mode, factName: name, factFrom, factValue: value, factValueAr } = values;
  if (mode === "") return undefined;
  if (name.trim() === "") return "incomplete";
  if (mode === "REMOVE") return { mode, name };
  if (value.trim() === "") return "incomplete";
  const fact = { name, value, valueAr: factValueAr.trim() || undefined };
  return { mode, fact, from: (mode === "REPLACE" && factFrom.trim()) || undefined };
}

const toFlag = (choice: string) => (choice === "" ? undefined : choice === "yes");

/** The date of the request; the typed text where it is none, for the route to refuse. */
export function toSchedule({ scheduledAt }: BulkValues): string | undefined {
  return scheduledAt === "" ? undefined : (parseShopTime(scheduledAt) ?? scheduledAt);
}

/** Field of the request → control of the form. */
const CONTROLS = new Map<string, keyof BulkValues>([
  ["changes.price.value", "priceValue"],
  ["changes.price.min", "minPrice"],
  ["changes.price.max", "maxPrice"],
  ["changes.categoryId", "categoryId"],
  ["changes.brand", "brand"],
  ["changes.stock.value", "stock"],
  ["changes.facts.name", "factName"],
  ["changes.facts.fact.name", "factName"],
  ["changes.facts.fact.value", "factValue"],
  ["changes.facts.fact.valueAr", "factValueAr"],
  ["changes.facts.from", "factFrom"],
  ["scheduledAt", "scheduledAt"],
]);

/** The messages of a refused request, by control. */
export function toControlErrors(
  messages: Readonly<Record<string, string>>,
): Partial<Record<keyof BulkValues, string>> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([field, message]) => {
      const control = CONTROLS.get(field);
      return control ? [[control, message]] : [];
    }),
  );
}

import { lookup } from "@/lib/lookup";
import { foldWords } from "../product-file/fold-words";
import { toPlainText } from "./html-text";
import { GROUP_KEY, type RowValues, type Source, withoutBlanks } from "./source";

/** Its headers in English and French, folded → the key in `toValues`. */
const KEYS = new Map<string, string>([
  ["id", "woo.id"],
  ["type", "woo.type"],
  ["sku", "woo.sku"],
  ["ugs", "woo.sku"],
  ["parent", "woo.parent"],
  ["name", "woo.name"],
  ["nom", "woo.name"],
  ["published", "woo.published"],
  ["publie", "woo.published"],
  ["is featured", "woo.featured"],
  ["mis en avant", "woo.featured"],
  ["short description", "woo.short"],
  ["description courte", "woo.short"],
  ["description", "woo.description"],
  ["in stock", "woo.inStock"],
  ["en stock", "woo.inStock"],
  ["stock", "woo.stock"],
  ["regular price", "woo.price"],
  ["tarif regulier", "woo.price"],
  ["categories", "woo.categories"],
  ["images", "woo.images"],
  ["brands", "brand"],
  ["marques", "brand"],
]);

const ATTRIBUTE_NAME = /^(?:attribute (\d+) name|nom de l attribut (\d+))$/;
const ATTRIBUTE_VALUE = /^(?:attribute (\d+) value s|valeur s de l attribut (\d+))$/;
const MAX_ATTRIBUTES = 20;

function findKey(header: string): string | null {
  const name = foldWords(header);
  const label = ATTRIBUTE_NAME.exec(name);
  const value = ATTRIBUTE_VALUE.exec(name);
  if (label) return `woo.attribute.${label[1] ?? label[2]}.name`;
  if (value) return `woo.attribute.${value[1] ?? value[2]}.value`;
  return KEYS.get(name) ?? null;
}

export const WOOCOMMERCE: Source = {
  id: "woocommerce",
  label: "WooCommerce",
  marks: [
    ["type", "sku", "name", "regular price"],
    ["type", "ugs", "nom", "tarif regulier"],
  ],
  findKey,
  toValues: (values) =>
    values.get("woo.type")?.includes("variation") ? toVariation(values) : toProduct(values),
};

const AVAILABILITIES: Readonly<Record<string, string>> = {
  "1": "En stock",
  "0": "Épuisé",
  backorder: "Sur commande",
};

const FLAGS: Readonly<Record<string, string>> = { "1": "oui", "0": "non" };

function toProduct(values: RowValues): RowValues {
  const get = (key: string) => values.get(`woo.${key}`) ?? "";
  const isVariable = get("type").includes("variable");
  const description = toPlainText(get("short")) || toPlainText(get("description"));
  return withoutBlanks({
    [GROUP_KEY]: get("sku") || `id:${get("id")}`,
    sku: get("sku"),
    name: get("name"),
    description: description.slice(0, 5_000),
    details: get("description"),
    categoryId: toFirstPath(get("categories")),
    basePrice: isVariable ? "" : toAmount(get("price")),
    availability: lookup(AVAILABILITIES, get("inStock").toLowerCase()) ?? "",
    status: get("published") === "1" ? "Publié" : get("published") && "Brouillon",
    isFeatured: lookup(FLAGS, get("featured")) ?? get("featured"),
    brand: values.get("brand") ?? "",
    images: get("images"),
    facts: isVariable
      ? ""
      : listAttributes(values)
          .map(({ name, value }) => `${name.replaceAll(":", "\\:")} : ${value}`)
          .join("\n"),
  });
}

function toVariation(values: RowValues): RowValues {
  const get = (key: string) => values.get(`woo.${key}`) ?? "";
  const attributes = listAttributes(values);
  return withoutBlanks({
    [GROUP_KEY]: get("parent"),
    "variation.name": attributes.map(({ name }) => name).join(", "),
    "variation.value": attributes.map(({ value }) => value).join(", "),
    "variation.sku": get("sku"),
    "variation.price": toAmount(get("price")),
    "variation.stock": get("stock"),
    "variation.isActive": get("published") && (get("published") === "1" ? "oui" : "non"),
  });
}

function listAttributes(values: RowValues) {
  return Array.from({ length: MAX_ATTRIBUTES }, (_, i) => ({
    name: values.get(`woo.attribute.${i + 1}.name`) ?? "",
    value: values.get(`woo.attribute.${i + 1}.value`) ?? "",
  })).filter(({ name, value }) => name !== "" && value !== "");
}

/** A product is in several categories there: "Sol > Carrelage, Promotions". */
const toFirstPath = (categories: string) =>
  categories
    .split(/(?<!\\),/)[0]
    ?.replaceAll("\\,", ",")
    .trim() ?? "";

/** Amounts have a decimal point there, with trailing zeros: "12.5000". */
const toAmount = (amount: string) => amount.replace(/^(\d+\.\d{2})0+$/, "$1");

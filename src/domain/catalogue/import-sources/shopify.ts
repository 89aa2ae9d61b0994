import { foldWords } from "../product-file/fold-words";
import { toPlainText } from "./html-text";
import { ADDED_IMAGE_KEY, GROUP_KEY, type RowValues, type Source, withoutBlanks } from "./source";

const KEYS = new Map<string, string>([
  ["handle", "shopify.handle"],
  ["title", "shopify.title"],
  ["body html", "shopify.body"],
  ["vendor", "shopify.vendor"],
  ["product category", "shopify.category"],
  ["type", "shopify.type"],
  ["published", "shopify.published"],
  ["status", "shopify.status"],
  ["option1 name", "shopify.option1.name"],
  ["option1 value", "shopify.option1.value"],
  ["option2 name", "shopify.option2.name"],
  ["option2 value", "shopify.option2.value"],
  ["option3 name", "shopify.option3.name"],
  ["option3 value", "shopify.option3.value"],
  ["variant sku", "shopify.sku"],
  ["variant inventory qty", "shopify.stock"],
  ["variant price", "shopify.price"],
  ["image src", "shopify.image"],
  ["seo title", "seoTitle"],
  ["seo description", "seoDescription"],
]);

export const SHOPIFY: Source = {
  id: "shopify",
  label: "Shopify",
  marks: [["handle", "title", "variant price"]],
  findKey: (header) => KEYS.get(foldWords(header)) ?? null,
  toValues,
};

/** The only variant of a product without options. */
const DEFAULT_VALUE = "Default Title";

function toValues(values: RowValues): RowValues {
  const get = (key: string) => values.get(`shopify.${key}`) ?? "";
  const options = [1, 2, 3]
    .map((i) => ({ name: get(`option${i}.name`), value: get(`option${i}.value`) }))
    .filter(({ value }) => value !== "");
  const isDefault = options.length === 1 && options[0]?.value === DEFAULT_VALUE;
  const isVariant = options.length > 0 && !isDefault;
  return withoutBlanks({
    [GROUP_KEY]: get("handle"),
    slug: get("handle"),
    sku: isVariant ? "" : get("sku"),
    name: get("title"),
    description: toPlainText(get("body")).slice(0, 5_000),
    details: get("body"),
    categoryId: get("type") || get("category"),
    brand: get("vendor"),
    basePrice: isVariant ? "" : get("price"),
    status: toStatus(get("status"), get("published")),
    seoTitle: values.get("seoTitle") ?? "",
    seoDescription: values.get("seoDescription") ?? "",
    [ADDED_IMAGE_KEY]: get("image"),
    // Rows after the first have no names of options.
    "variation.name": isVariant ? options.flatMap(({ name }) => name || []).join(", ") : "",
    "variation.value": isVariant ? options.map(({ value }) => value).join(", ") : "",
    "variation.sku": isVariant ? get("sku") : "",
    "variation.price": isVariant ? get("price") : "",
    "variation.stock": isVariant ? get("stock") : "",
  });
}

function toStatus(status: string, published: string): string {
  if (status !== "") return status.toLowerCase() === "active" ? "Publié" : "Brouillon";
  return published === "" ? "" : published.toLowerCase() === "true" ? "Publié" : "Brouillon";
}

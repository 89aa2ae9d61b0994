import { parseShopTime } from "@/app/admin/_components/shop-time";
import type { ProductFields } from "@/domain/catalogue/products/input";
import { getOwn } from "@/lib/own";
import { findOptionProblems, toVariationInputs, withoutEmptyOptions } from "./product-options";
import type { FactValues, ProductValues } from "./product-values";

export type ProductBody = Partial<Record<keyof ProductFields, unknown>>;

const orNull = (value: string) => value.trim() || null;

/** All fields as the API takes them. An empty `slug` or `publishAt` is left to the server. */
export function toProductBody(values: ProductValues): ProductBody {
  const publishAt = parseShopTime(values.publishAt);
  return {
    name: values.name.trim(),
    nameAr: orNull(values.nameAr),
    description: values.description.trim(),
    descriptionAr: orNull(values.descriptionAr),
    details: orNull(values.details),
    detailsAr: orNull(values.detailsAr),
    categoryId: values.categoryId,
    ...(values.slug.trim() && { slug: values.slug.trim() }),
    sku: orNull(values.sku),
    brand: orNull(values.brand),
    basePrice: orNull(values.basePrice),
    priceOnRequest: values.priceOnRequest,
    saleUnit: values.saleUnit,
    unitSize: orNull(values.unitSize),
    unitOfSize: values.unitOfSize || null,
    availability: values.availability,
    facts: values.facts.map((fact) => ({
      name: fact.name.trim(),
      nameAr: orNull(fact.nameAr),
      value: fact.value.trim(),
      valueAr: orNull(fact.valueAr),
    })),
    isFeatured: values.isFeatured,
    isNew: values.isNew,
    seoTitle: orNull(values.seoTitle),
    seoDescription: orNull(values.seoDescription),
    status: values.status,
    ...(publishAt && { publishAt }),
    unpublishAt: parseShopTime(values.unpublishAt),
    images: values.images.map(({ url, altText, altTextAr, isPrimary }) => ({
      url,
      altText: orNull(altText),
      altTextAr: orNull(altTextAr),
      isPrimary,
    })),
    variations: toVariationInputs(values.variations, values.basePrice),
  };
}

/** Whether `toProductBody` holds everything that was typed: an unreadable date or price of an option has no place in it. */
export function isSendable({ publishAt, unpublishAt, variations, basePrice }: ProductValues) {
  const isReadable = (time: string) => time.trim() === "" || parseShopTime(time) !== null;
  return (
    isReadable(publishAt) &&
    isReadable(unpublishAt) &&
    Object.keys(findOptionProblems(variations, basePrice)).length === 0
  );
}

/** The fields that differ, as the API takes them. An emptied `publishAt` is now; an emptied `slug` stays as it was. */
export function getChangedBody(base: ProductValues, values: ProductValues): ProductBody {
  const before = toProductBody(base);
  const after = toProductBody(values);
  if (!after.publishAt && before.publishAt) after.publishAt = new Date().toISOString();
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(getOwn(before, field)),
  );
  return Object.fromEntries(changed);
}

export function getChangedFields(
  base: ProductValues,
  values: ProductValues,
): (keyof ProductBody)[] {
  return Object.keys(getChangedBody(base, values)) as (keyof ProductBody)[];
}

/** `theirs` with the fields of `fields` as they are in `mine`. */
export function withFields(
  theirs: ProductValues,
  mine: ProductValues,
  fields: readonly (keyof ProductValues)[],
): ProductValues {
  const kept = fields.map((field) => [field, mine[field]]);
  return { ...theirs, ...Object.fromEntries(kept) };
}

/** Rows in which nobody wrote anything are not rows. */
export function withoutEmptyRows(values: ProductValues): ProductValues {
  const isBlank = (row: FactValues) =>
    [row.name, row.nameAr, row.value, row.valueAr].every((text) => text.trim() === "");
  return {
    ...values,
    facts: values.facts.filter((fact) => !isBlank(fact)),
    variations: withoutEmptyOptions(values.variations),
  };
}

import { parseShopTime } from "@/app/admin/_components/fields/dates/shop-time";
import type { ProductFields } from "@/domain/catalogue/products/input";
import { lookup } from "@/lib/lookup";
import {
  findOptionProblems,
  toVariationInputs,
  withoutEmptyOptions,
} from "../options/product-options";
import type { FactValues, ProductValues } from "../product-values";

export type ProductBody = Partial<Record<keyof ProductFields, unknown>>;

const orNull = (value: string) => value.trim() || null;

/** Converts all values to an API body. Leaves out an empty `slug` or `publishAt`, which the server then sets. */
export function toProductBody(values: ProductValues): ProductBody {
  return {
    name: values.name.trim(),
    nameAr: orNull(values.nameAr),
    description: values.description.trim(),
    descriptionAr: orNull(values.descriptionAr),
    details: orNull(values.details),
    detailsAr: orNull(values.detailsAr),
    categoryId: values.categoryId,
    slug: values.slug.trim() || undefined,
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
    publishAt: parseShopTime(values.publishAt) ?? undefined,
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

/** Whether the API body can represent the input: an invalid date or option price cannot be sent. */
export function isSendable({ publishAt, unpublishAt, variations, basePrice }: ProductValues) {
  const isValid = (time: string) => time.trim() === "" || parseShopTime(time) !== null;
  return (
    isValid(publishAt) &&
    isValid(unpublishAt) &&
    Object.keys(findOptionProblems(variations, basePrice)).length === 0
  );
}

/** Returns the changed fields as an API body. A cleared `publishAt` becomes now; a cleared `slug` is not sent. */
export function getChangedBody(base: ProductValues, values: ProductValues): ProductBody {
  const before = toProductBody(base);
  const after = toProductBody(values);
  if (!after.publishAt && before.publishAt) after.publishAt = new Date().toISOString();
  const changed = Object.entries(after).filter(
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(lookup(before, field)),
  );
  return Object.fromEntries(changed);
}

export function getChangedFields(
  base: ProductValues,
  values: ProductValues,
): (keyof ProductBody)[] {
  return Object.keys(getChangedBody(base, values)) as (keyof ProductBody)[];
}

/** Returns `theirs` with the given fields replaced by their values in `mine`. */
export function withFields(
  theirs: ProductValues,
  mine: ProductValues,
  fields: readonly (keyof ProductValues)[],
): ProductValues {
  const replaced = fields.map((field) => [field, mine[field]]);
  return { ...theirs, ...Object.fromEntries(replaced) };
}

/** Drops blank facts, blank option values and options without values. */
export function withoutEmptyRows(values: ProductValues): ProductValues {
  const isBlank = (row: FactValues) =>
    [row.name, row.nameAr, row.value, row.valueAr].every((text) => text.trim() === "");
  return {
    ...values,
    facts: values.facts.filter((fact) => !isBlank(fact)),
    variations: withoutEmptyOptions(values.variations),
  };
}

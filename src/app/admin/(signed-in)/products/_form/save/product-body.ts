import { parseShopTime } from "@/app/admin/_components/fields/dates/shop-time";
import { SCALAR_FIELDS } from "@/domain/catalogue/products/fields";
import type { ProductFields } from "@/domain/catalogue/products/input";
import type { FieldRow } from "@/lib/field-table";
import { lookup } from "@/lib/lookup";
import {
  findOptionProblems,
  toVariationInputs,
  withoutEmptyOptions,
} from "../options/product-options";
import type { FactValues, ProductValues } from "../product-values";

export type ProductBody = Partial<Record<keyof ProductFields, unknown>>;

const orNull = (value: string) => value.trim() || null;

/** Unreadable dates become null; other unreadable text is sent, so that the schema of the API names the problem. */
export function toBodyValue({ kind, blank = null }: FieldRow, value: string | boolean): unknown {
  if (typeof value === "boolean") return value;
  if (kind === "date") return parseShopTime(value);
  if (kind === "integer" && /^\d{1,15}$/.test(value.trim())) return Number(value);
  return blank === null ? orNull(value) : value.trim();
}

/** Converts all values to an API body. Leaves out an empty `slug` or `publishAt`, which the server then sets. */
export function toProductBody(values: ProductValues): ProductBody {
  return {
    ...Object.fromEntries(
      SCALAR_FIELDS.map(([name, row]) => [name, toBodyValue(row, values[name])]),
    ),
    slug: values.slug.trim() || undefined,
    publishAt: parseShopTime(values.publishAt) ?? undefined,
    facts: values.facts.map((fact) => ({
      name: fact.name.trim(),
      nameAr: orNull(fact.nameAr),
      value: fact.value.trim(),
      valueAr: orNull(fact.valueAr),
    })),
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

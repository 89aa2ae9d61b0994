import { toShopTime } from "@/app/admin/_components/fields/dates/shop-time";
import {
  type PRODUCT_FIELDS,
  SCALAR_FIELDS,
  type ScalarFieldName,
} from "@/domain/catalogue/products/fields";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import type { FieldKind, FieldRow } from "@/lib/field-table";
import { formatPriceInput, formatSizeInput } from "./format-number-input";
import { type ProductOption, toOptions } from "./options/product-options";

interface ImageValues {
  url: string;
  altText: string;
  altTextAr: string;
  isPrimary: boolean;
  width: number;
  height: number;
}

export interface FactValues {
  name: string;
  nameAr: string;
  value: string;
  valueAr: string;
}

type FormValue<N extends ScalarFieldName> = (typeof PRODUCT_FIELDS)[N]["kind"] extends "flag"
  ? boolean
  : (typeof PRODUCT_FIELDS)[N]["kind"] extends "choice"
    ? NonNullable<ProductForEdit[N]> | (null extends ProductForEdit[N] ? "" : never)
    : string;

type ScalarValues = { [N in ScalarFieldName]: FormValue<N> };

/** Values of the form fields: texts as typed, times in the shop's time zone. */
export interface ProductValues extends ScalarValues {
  facts: FactValues[];
  images: ImageValues[];
  variations: ProductOption[];
}

export const EMPTY_FACT: FactValues = { name: "", nameAr: "", value: "", valueAr: "" };

function toFormValue(kind: FieldKind, value: unknown): string | boolean {
  if (typeof value === "boolean") return value;
  const text = value === null || value === undefined ? "" : String(value);
  if (kind === "price") return formatPriceInput(text);
  if (kind === "decimal") return formatSizeInput(text);
  return kind === "date" ? toShopTime(text) : text;
}

function toScalarValues(getValue: (name: ScalarFieldName, row: FieldRow) => unknown): ScalarValues {
  return Object.fromEntries(
    SCALAR_FIELDS.map(([name, row]) => [name, toFormValue(row.kind, getValue(name, row))]),
  ) as ScalarValues;
}

export const NEW_PRODUCT: ProductValues = {
  ...toScalarValues((_, { blank }) => blank),
  facts: [],
  images: [],
  variations: [],
};

export function toProductValues(product: ProductForEdit): ProductValues {
  const text = (value: string | null | undefined) => value ?? "";
  return {
    ...toScalarValues((name) => product[name]),
    facts: product.facts.map((fact) => ({
      name: fact.name,
      nameAr: text(fact.nameAr),
      value: fact.value,
      valueAr: text(fact.valueAr),
    })),
    images: product.images.map((image) => ({
      url: image.url,
      altText: text(image.altText),
      altTextAr: text(image.altTextAr),
      isPrimary: image.isPrimary,
      width: image.width,
      height: image.height,
    })),
    variations: toOptions(product.variations, product.basePrice),
  };
}

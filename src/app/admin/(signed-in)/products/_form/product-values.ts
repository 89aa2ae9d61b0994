import { toShopTime } from "@/app/admin/_components/fields/dates/shop-time";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
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

type TextFieldName =
  | "name"
  | "nameAr"
  | "description"
  | "descriptionAr"
  | "details"
  | "detailsAr"
  | "categoryId"
  | "slug"
  | "sku"
  | "brand"
  | "basePrice"
  | "unitSize"
  | "seoTitle"
  | "seoDescription"
  | "publishAt"
  | "unpublishAt";

/** Values of the form fields: texts as typed, times in the shop's time zone. */
export interface ProductValues extends Record<TextFieldName, string> {
  priceOnRequest: boolean;
  saleUnit: ProductForEdit["saleUnit"];
  unitOfSize: NonNullable<ProductForEdit["unitOfSize"]> | "";
  availability: ProductForEdit["availability"];
  status: ProductForEdit["status"];
  isFeatured: boolean;
  isNew: boolean;
  facts: FactValues[];
  images: ImageValues[];
  variations: ProductOption[];
}

export const EMPTY_FACT: FactValues = { name: "", nameAr: "", value: "", valueAr: "" };

export const NEW_PRODUCT: ProductValues = {
  name: "",
  nameAr: "",
  description: "",
  descriptionAr: "",
  details: "",
  detailsAr: "",
  categoryId: "",
  slug: "",
  sku: "",
  brand: "",
  basePrice: "",
  unitSize: "",
  seoTitle: "",
  seoDescription: "",
  publishAt: "",
  unpublishAt: "",
  priceOnRequest: false,
  saleUnit: "PIECE",
  unitOfSize: "",
  availability: "IN_STOCK",
  status: "DRAFT",
  isFeatured: false,
  isNew: false,
  facts: [],
  images: [],
  variations: [],
};

export function toProductValues(product: ProductForEdit): ProductValues {
  const text = (value: string | null | undefined) => value ?? "";
  return {
    ...NEW_PRODUCT,
    name: product.name,
    nameAr: text(product.nameAr),
    description: product.description,
    descriptionAr: text(product.descriptionAr),
    details: text(product.details),
    detailsAr: text(product.detailsAr),
    categoryId: product.categoryId,
    slug: product.slug,
    sku: text(product.sku),
    brand: text(product.brand),
    basePrice: product.basePrice === null ? "" : formatPriceInput(product.basePrice),
    unitSize: product.unitSize === null ? "" : formatSizeInput(product.unitSize),
    seoTitle: text(product.seoTitle),
    seoDescription: text(product.seoDescription),
    publishAt: toShopTime(product.publishAt),
    unpublishAt: toShopTime(product.unpublishAt),
    priceOnRequest: product.priceOnRequest,
    saleUnit: product.saleUnit,
    unitOfSize: product.unitOfSize ?? "",
    availability: product.availability,
    status: product.status,
    isFeatured: product.isFeatured,
    isNew: product.isNew,
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

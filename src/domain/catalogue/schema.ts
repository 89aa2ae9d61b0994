import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { plain } from "@/lib/input/text-schema";
import { paging } from "@/lib/lists/paging-schema";
import { Price } from "./amount-schema";

/** PostgreSQL cannot store NUL. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes("\0"));

export const Slug = text(200).min(1);
export const ProductSlug = z.object({ slug: Slug });

export const PRODUCT_SORTS = ["newest", "name", "price_asc", "price_desc", "popular"] as const;
const ProductSort = z.enum(PRODUCT_SORTS);

const Flag = z
  .enum(["true", "1", "false", "0"])
  .transform((value) => value === "true" || value === "1");
/** At most 10 names with 20 values each, a bound on the size of the query. */
const Options = z
  .record(text(80).min(1), z.array(text(120).min(1)).max(20))
  .refine((options) => Object.keys(options).length <= 10);

const filters = {
  category: Slug.optional(),
  featured: Flag.optional(),
  new: Flag.optional(),
  inStock: Flag.optional(),
  minPrice: Price.transform(Number).optional(),
  maxPrice: Price.transform(Number).optional(),
  option: Options.optional(),
};

/** The language of `sort=name` and of the order of facets; French by default. */
const SortLocale = z.enum(LOCALES).optional();

export const ProductQuery = z.object({
  ...filters,
  ...paging(),
  sort: ProductSort.default("newest"),
  locale: SortLocale,
});
export type ProductQuery = z.infer<typeof ProductQuery>;

export const SearchQuery = z.object({
  q: plain(200).min(1),
  /** Searches the words as they are typed, without correcting their spelling. */
  exact: Flag.optional(),
  ...filters,
  ...paging(),
  sort: z.enum(["relevance", ...PRODUCT_SORTS]).default("relevance"),
  locale: SortLocale,
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const Money = z.string().regex(/^\d+\.\d{2}$/);

export const SaleUnit = z.enum([
  "PIECE",
  "SQUARE_METRE",
  "METRE",
  "BAG",
  "BOX",
  "SET",
  "LITRE",
  "KILOGRAM",
]);
export type SaleUnit = z.infer<typeof SaleUnit>;

export const SizeUnit = z.enum(["M2", "KG", "L", "ML"]);
export type SizeUnit = z.infer<typeof SizeUnit>;
export const Availability = z.enum(["IN_STOCK", "ON_ORDER", "ASK", "OUT_OF_STOCK"]);
export type Availability = z.infer<typeof Availability>;

export const Fact = z.strictObject({
  name: z.string(),
  nameAr: z.string().nullish(),
  value: z.string(),
  valueAr: z.string().nullish(),
});
export type Fact = z.infer<typeof Fact>;

export const Image = z.strictObject({
  /** Address of the widest variant; `lib/images` knows the others. */
  url: z.string(),
  altText: z.string().nullable(),
  altTextAr: z.string().nullable(),
  width: z.number().int(),
  height: z.number().int(),
  placeholder: z.string().nullable(),
});

const Priced = {
  /** MAD for one sale unit: the lowest price that a choice of variations reaches; null is "Prix sur demande". */
  price: Money.nullable(),
  saleUnit: SaleUnit,
  /** The content of one sale unit, in `unitOfSize`: "1.44" m² in a box. */
  unitSize: z.string().nullable(),
  unitOfSize: SizeUnit.nullable(),
  availability: Availability,
};

export const ProductCard = z.strictObject({
  slug: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  ...Priced,
  priceFrom: z.boolean(),
  isNew: z.boolean(),
  isFeatured: z.boolean(),
  keyFact: Fact.nullable(),
  image: Image.nullable(),
});
export type ProductCard = z.infer<typeof ProductCard>;

export const Variation = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  value: z.string(),
  valueAr: z.string().nullable(),
  swatch: z.string().nullable(),
  /** The `url` of one of the product's images, or null. */
  imageUrl: z.string().nullable(),
  /** MAD, may be negative; null when the price is on request. */
  priceModifier: z.string().nullable(),
  /** The availability of this variation. The exact stock is not public. */
  availability: Availability,
  /** The stock from 5 down to 1, otherwise null. */
  lastItems: z.number().int().nullable(),
  sku: z.string().nullable(),
});
export type Variation = z.infer<typeof Variation>;

/** A price change that staff have scheduled. */
const PlannedPrice = z.strictObject({
  from: z.iso.datetime(),
  /** As `basePrice` and the modifiers of the variations will be. */
  basePrice: Money,
  variations: z.array(z.strictObject({ id: z.string(), priceModifier: z.string() })),
});
export type PlannedPrice = z.infer<typeof PlannedPrice>;

const CategoryLink = z.strictObject({
  slug: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
});
export type CategoryLink = z.infer<typeof CategoryLink>;

export const PublishedProduct = z.strictObject({
  slug: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  description: z.string(),
  descriptionAr: z.string().nullable(),
  /** Sanitized rich text. */
  details: z.string().nullable(),
  detailsAr: z.string().nullable(),
  sku: z.string().nullable(),
  brand: z.string().nullable(),
  ...Priced,
  /** The highest price that a choice of variations reaches. */
  highestPrice: Money.nullable(),
  /** The price before the modifiers of the chosen variations. */
  basePrice: Money.nullable(),
  plannedPrice: PlannedPrice.nullable(),
  facts: z.array(Fact),
  isNew: z.boolean(),
  isFeatured: z.boolean(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  updatedAt: z.iso.datetime(),
  /** From the top category down to the product's own. */
  categories: z.array(CategoryLink),
  images: z.array(Image),
  variations: z.array(Variation),
});
export type PublishedProduct = z.infer<typeof PublishedProduct>;

export interface CategoryNode {
  id: string;
  slug: string;
  name: string;
  nameAr: string | null;
  description: string | null;
  descriptionAr: string | null;
  imageUrl: string | null;
  icon: string | null;
  /** Visible products in the category and its descendants. */
  productCount: number;
  children: CategoryNode[];
}

export const CategoryNode: z.ZodType<CategoryNode> = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    nameAr: z.string().nullable(),
    description: z.string().nullable(),
    descriptionAr: z.string().nullable(),
    imageUrl: z.string().nullable(),
    icon: z.string().nullable(),
    productCount: z.number().int(),
    get children() {
      return z.array(CategoryNode);
    },
  })
  .meta({ id: "CategoryNode" });

const FacetValue = z.strictObject({
  value: z.string(),
  valueAr: z.string().nullable(),
  swatch: z.string().nullable(),
  count: z.number().int(),
  selected: z.boolean(),
});

export const FacetGroup = z.strictObject({
  name: z.string(),
  nameAr: z.string().nullable(),
  values: z.array(FacetValue),
});
export type FacetGroup = z.infer<typeof FacetGroup>;

const FacetCategory = CategoryLink.extend({
  count: z.number().int(),
  selected: z.boolean(),
});

/** Counts are disjunctive: each group is counted under all filters but its own. */
export const Facets = z.strictObject({
  /** The categories among which a search can be narrowed; empty in a list of one category. */
  categories: z.array(FacetCategory),
  options: z.array(FacetGroup),
  price: z.strictObject({ min: Money, max: Money }).nullable(),
  inStock: z.number().int(),
});
export type Facets = z.infer<typeof Facets>;

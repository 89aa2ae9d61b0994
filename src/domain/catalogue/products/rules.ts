import { sameValue } from "@/lib/same-value";
import type { ProductFields } from "./input";
import type { StatusChip } from "./schema";

/** Characters, for the forms and for the schema alike. */
export const PRODUCT_MAX_LENGTH = {
  name: 200,
  description: 5_000,
  /** With its markup. */
  details: 50_000,
  slug: 120,
  brand: 80,
  seoTitle: 120,
  seoDescription: 320,
  imageDescription: 200,
  optionName: 60,
  optionValue: 80,
  factName: 80,
  factValue: 300,
} as const;

const LONGEST_SLUG = 80;

/** "Évier inox 60×40 cm" becomes "evier-inox-60x40-cm". A name without Latin letters or digits becomes `otherwise`. */
export function slugOf(name: string, otherwise = "produit"): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/(\d)\s*×\s*(?=\d)/g, "$1x")
    .replace(/\p{Mark}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const whole = words.slice(0, LONGEST_SLUG);
  const cut = words.length > LONGEST_SLUG ? whole.replace(/-[^-]*$/, "") : whole;
  return cut.replace(/-+$/, "") || otherwise;
}

/** `slug`, `slug-2` … `slug-50`: the first of these that is free is taken. */
export function slugCandidates(slug: string): string[] {
  return [slug, ...Array.from({ length: 49 }, (_, i) => `${slug}-${i + 2}`)];
}

/** Field → what is wrong with it, as a sentence. Empty where all is well. */
export type Problems = Readonly<Record<string, string>>;

const SHORTEST_DESCRIPTION = 10;

type Publishable = Pick<
  ProductFields,
  "description" | "categoryId" | "basePrice" | "priceOnRequest"
> & {
  images: readonly unknown[];
};

/** What customers would miss: field → a sentence that says what to do. Empty when the product can be published. */
export function missingForPublishing(product: Publishable): Problems {
  return {
    ...(product.images.length === 0 && { images: "Ajoutez au moins une image." }),
    ...(product.description.trim().length < SHORTEST_DESCRIPTION && {
      description: `Écrivez une description d'au moins ${SHORTEST_DESCRIPTION} caractères.`,
    }),
    ...(product.categoryId === "" && { categoryId: "Choisissez une catégorie." }),
    ...(isPriceMissing(product) && {
      basePrice: "Indiquez un prix, ou cochez « Prix sur demande ».",
    }),
  };
}

/** Nobody chose "Prix sur demande", though customers would read it. */
export function isPriceMissing({
  basePrice,
  priceOnRequest,
}: Pick<ProductFields, "basePrice" | "priceOnRequest">): boolean {
  return basePrice === null && !priceOnRequest;
}

/** The fields that contradict each other, published or not. */
export function inconsistencies(
  product: Pick<ProductFields, "unitSize" | "unitOfSize" | "unpublishAt"> & {
    /** Null: at once. */
    publishAt: string | null;
  },
): Record<string, string> {
  const { unitSize, unitOfSize, publishAt, unpublishAt } = product;
  return {
    ...(unitSize === null &&
      unitOfSize !== null && { unitSize: "Indiquez la contenance, ou retirez son unité." }),
    ...(unitSize !== null &&
      unitOfSize === null && { unitOfSize: "Choisissez l'unité de la contenance." }),
    ...(publishAt !== null &&
      unpublishAt !== null &&
      unpublishAt <= publishAt && {
        unpublishAt: "La fin de publication vient après son début.",
      }),
  };
}

interface Showing {
  status: ProductFields["status"];
  publishAt: string;
  unpublishAt: string | null;
  deletedAt: string | null;
  hasDraft: boolean;
}

/** The chip of a product at a moment. `CHIP` in staff-product-sql.ts says the same in SQL. */
export function chipOf(product: Showing, now = Date.now()): StatusChip {
  if (product.deletedAt !== null) return "TRASH";
  if (product.status !== "ACTIVE") return product.status;
  if (Date.parse(product.publishAt) > now) return "SCHEDULED";
  const end = product.unpublishAt === null ? null : Date.parse(product.unpublishAt);
  if (end !== null && end <= now) return "INACTIVE";
  if (product.hasDraft) return "CHANGED";
  return end === null ? "PUBLISHED" : "SCHEDULED";
}

/** A server whose clock is ahead of the database's would publish into the future. */
const CLOCKS_APART_MS = 5_000;

/** "From now on", as a date of publication. */
export function publishedFromNow(now = Date.now()): string {
  return new Date(now - CLOCKS_APART_MS).toISOString();
}

/** When a product that is published now shows first: as somebody chose, or else now, not when its draft was begun. */
export function publishAtOnPublishing(
  { publishAt, createdAt }: { publishAt: string; createdAt: string },
  now = Date.now(),
): string {
  const chosen = Math.abs(Date.parse(publishAt) - Date.parse(createdAt)) > 2 * CLOCKS_APART_MS;
  return chosen ? publishAt : publishedFromNow(now);
}

type Sides = Record<string, { base: unknown; theirs: unknown; mine: unknown }>;

export interface Merge<T> {
  /** What this editor changed and nobody else did. */
  changes: Partial<T>;
  /** What both changed, to the same value or not. */
  conflicts: Sides;
  /** What others changed since. */
  theirs: string[];
}

/**
 * Three-way merge, field by field. `base` is what the editor started from; null when it is no longer known:
 * then whatever differs from the present state is a conflict.
 */
export function mergeEdits<T extends object>(
  base: Partial<T> | null,
  current: T,
  mine: Partial<T>,
): Merge<T> {
  const started = base ?? current;
  const names = Object.keys(current) as (keyof T & string)[];
  const theirs = names.filter((name) => !sameValue(started[name], current[name]));
  const changed = names.filter((name) => name in mine && !sameValue(mine[name], started[name]));
  const disputed = base === null ? changed : changed.filter((name) => theirs.includes(name));
  const conflicts = disputed.map((name) => [
    name,
    { base: base?.[name] ?? null, theirs: current[name], mine: mine[name] },
  ]);
  const changes = changed
    .filter((name) => !disputed.includes(name))
    .map((name) => [name, mine[name]]);
  return {
    changes: Object.fromEntries(changes) as Partial<T>,
    conflicts: Object.fromEntries(conflicts),
    theirs,
  };
}

/** The fields of `after` that differ from `before`. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const names = (Object.keys(after) as (keyof T)[]).filter(
    (name) => !sameValue(before[name], after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<T>;
}

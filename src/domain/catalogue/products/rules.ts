/** Field → a French sentence about its problem. */
export type Problems = Readonly<Record<string, string>>;

const MIN_DESCRIPTION_LENGTH = 10;

interface Priced {
  basePrice: string | null;
  priceOnRequest: boolean;
}

interface Publishable extends Priced {
  description: string;
  categoryId: string;
  images: readonly unknown[];
}

/** Finds the fields that a product lacks before it can be published. */
export function findMissingForPublishing(product: Publishable): Problems {
  return {
    ...(product.images.length === 0 && { images: "Ajoutez au moins une image." }),
    ...(product.description.trim().length < MIN_DESCRIPTION_LENGTH && {
      description: `Écrivez une description d'au moins ${MIN_DESCRIPTION_LENGTH} caractères.`,
    }),
    ...(product.categoryId === "" && { categoryId: "Choisissez une catégorie." }),
    ...(isPriceMissing(product) && {
      basePrice: "Indiquez un prix, ou cochez « Prix sur demande ».",
    }),
  };
}

/** A product without a price needs the choice "Prix sur demande". */
export function isPriceMissing({ basePrice, priceOnRequest }: Priced): boolean {
  return basePrice === null && !priceOnRequest;
}

/** Finds fields that contradict each other. Publishing is not required for these rules. */
export function findInconsistencies(product: {
  unitSize: string | null;
  unitOfSize: string | null;
  /** Null: published at once. */
  publishAt: string | null;
  unpublishAt: string | null;
}): Record<string, string> {
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

export const STATUS_CHIPS = [
  "DRAFT",
  "PUBLISHED",
  "CHANGED",
  "SCHEDULED",
  "INACTIVE",
  "ARCHIVED",
  "TRASH",
] as const;

interface ChipState {
  status: "DRAFT" | "ACTIVE" | "INACTIVE" | "ARCHIVED";
  publishAt: string;
  unpublishAt: string | null;
  deletedAt: string | null;
  hasDraft: boolean;
}

/** `STATUS_CHIP` in `product-list/sql.ts` is the same rule in SQL; a test compares them. */
export function getStatusChip(product: ChipState, now = Date.now()): (typeof STATUS_CHIPS)[number] {
  if (product.deletedAt !== null) return "TRASH";
  if (product.status !== "ACTIVE") return product.status;
  if (Date.parse(product.publishAt) > now) return "SCHEDULED";
  const end = product.unpublishAt === null ? null : Date.parse(product.unpublishAt);
  if (end !== null && end <= now) return "INACTIVE";
  if (product.hasDraft) return "CHANGED";
  return end === null ? "PUBLISHED" : "SCHEDULED";
}

/** A server whose clock is ahead of the database's would publish in the future. */
const MAX_CLOCK_SKEW_MS = 5_000;

/** Returns a publication date that has passed by the database's clock too. */
export function getImmediatePublishAt(now = Date.now()): string {
  return new Date(now - MAX_CLOCK_SKEW_MS).toISOString();
}

/** Keeps a publication date that the editor chose. Replaces the default, which is the date of creation, by the present time. */
export function resolvePublishAt(
  { publishAt, createdAt }: { publishAt: string; createdAt: string },
  now = Date.now(),
): string {
  const isChosen = Math.abs(Date.parse(publishAt) - Date.parse(createdAt)) > 2 * MAX_CLOCK_SKEW_MS;
  return isChosen ? publishAt : getImmediatePublishAt(now);
}

import "server-only";
import { claimUploadsSql } from "@/domain/media/tx-commands";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ImageInput } from "./input";
import {
  getEditorView,
  lockProducts,
  type ProductRecord,
  type ProductSnapshot,
  RECORD_COLUMNS,
  type StoredImage,
} from "./record";
import type { Problems } from "./rules";

const { sql } = Prisma;

/** The records outside a product that a save refers to. */
export interface ProductReferences {
  slugs: string[];
  categoryId: string | null;
  sku: string | null;
  variationSkus: string[];
  imageUrls: string[];
}

/** What the database says about `ProductReferences`. */
export interface ResolvedReferences {
  takenSlugs: string[];
  /** Slugs that redirect to another product. */
  redirectedSlugs: string[];
  categoryExists: boolean;
  skuTaken: boolean;
  takenVariationSkus: string[];
  uploads: StoredImage[];
}

/** Resolves all references in one statement. `productId` is the product that may keep its own slug and SKUs. */
function buildReferenceColumns(references: ProductReferences, productId: Prisma.Sql): Prisma.Sql {
  return sql`
    ARRAY(SELECT o."slug" FROM "Product" o WHERE o."slug" = ANY(${references.slugs}::text[]) AND o."id" <> ${productId}) AS "takenSlugs",
    ARRAY(SELECT r."slug" FROM "SlugRedirect" r
      WHERE r."slug" = ANY(${references.slugs}::text[]) AND r."productId" <> ${productId}) AS "redirectedSlugs",
    EXISTS (SELECT 1 FROM "Category" WHERE "id" = ${references.categoryId}::text) AS "categoryExists",
    EXISTS (SELECT 1 FROM "Product" o WHERE o."sku" = ${references.sku}::text AND o."id" <> ${productId}) AS "skuTaken",
    ARRAY(SELECT v."sku" FROM "ProductVariation" v
      WHERE v."sku" = ANY(${references.variationSkus}::text[]) AND v."productId" <> ${productId}) AS "takenVariationSkus",
    coalesce((SELECT json_agg(json_build_object('url', u."url", 'key', u."key", 'width', u."width", 'height', u."height",
      'bytes', u."bytes", 'placeholder', u."placeholder", 'altText', NULL, 'altTextAr', NULL, 'isPrimary', false))
      FROM claimed u), '[]') AS "uploads"`;
}

/** Touches the uploads too, as `claimUploads` does. `productId` is the product that may keep its own slug and SKUs. */
export async function resolveReferences(
  tx: Transaction,
  references: ProductReferences,
  productId = "",
): Promise<ResolvedReferences> {
  const [resolved] = await tx.$queryRaw<ResolvedReferences[]>`
    WITH claimed AS (${claimUploadsSql(references.imageUrls)}) SELECT ${buildReferenceColumns(references, sql`${productId}`)}`;
  if (!resolved) throw new Error("a SELECT without FROM answers one row");
  return resolved;
}

interface LockedEdit {
  record: ProductRecord;
  resolved: ResolvedReferences;
  /** The product as the editor loaded it; null where that version was pruned. */
  base: ProductSnapshot | null;
  /** The first moment at which customers could see the product, or null. Read only where the slug may change. */
  firstShownAt: string | null;
}

/** Locks a product and reads it with its references and the version that the editor started from. @throws NOT_FOUND */
export async function lockForEdit(
  tx: Transaction,
  id: string,
  version: number,
  references: ProductReferences,
): Promise<LockedEdit> {
  await lockProducts(tx, [id]);
  const [row] = await tx.$queryRaw<
    (ProductRecord & ResolvedReferences & Omit<LockedEdit, "record" | "resolved">)[]
  >`
    WITH claimed AS (${claimUploadsSql(references.imageUrls)}) SELECT ${RECORD_COLUMNS}, ${buildReferenceColumns(references, sql`p."id"`)},
      (SELECT v."snapshot" FROM "ProductVersion" v WHERE v."productId" = p."id" AND v."version" = ${version}::int) AS "base",
      CASE WHEN ${references.slugs.length > 0} OR p."draft" -> 'slug' IS NOT NULL THEN least(
        (SELECT min(greatest(v."createdAt", (v."snapshot" ->> 'publishAt')::timestamptz)) FROM "ProductVersion" v
          WHERE v."productId" = p."id" AND v."snapshot" ->> 'status' = 'ACTIVE'
            AND (v."snapshot" ->> 'publishAt')::timestamptz <= now()),
        CASE WHEN p."status" = 'ACTIVE' AND p."publishAt" <= now() THEN greatest(p."createdAt", p."publishAt") END
      )::text END AS "firstShownAt"
    FROM "Product" p WHERE p."id" = ${id}`;
  if (!row) throw new AppError("NOT_FOUND");
  const {
    takenSlugs,
    redirectedSlugs,
    categoryExists,
    skuTaken,
    takenVariationSkus,
    uploads,
    base,
    firstShownAt,
    ...record
  } = row;
  const resolved = {
    takenSlugs,
    redirectedSlugs,
    categoryExists,
    skuTaken,
    takenVariationSkus,
    uploads,
  };
  const startedFrom = version === record.version ? getEditorView(record) : base;
  return { record, resolved, base: startedFrom, firstShownAt };
}

/** Finds images and variations of earlier versions: an editor may send back a part that another editor removed. */
export async function findFormerParts(
  tx: Transaction,
  productId: string,
  { urls, ids }: { urls: readonly string[]; ids: readonly string[] },
): Promise<Pick<ProductSnapshot, "images" | "variations">> {
  const [former] = await tx.$queryRaw<Pick<ProductSnapshot, "images" | "variations">[]>`
    WITH kept AS (SELECT "version", "snapshot" FROM "ProductVersion" WHERE "productId" = ${productId}),
    images AS (
      SELECT DISTINCT ON (i ->> 'url') i AS part FROM kept, jsonb_array_elements("snapshot" -> 'images') AS i
      WHERE i ->> 'url' = ANY(${[...urls]}::text[]) ORDER BY i ->> 'url', "version" DESC
    ), variations AS (
      SELECT DISTINCT ON (v ->> 'id') v AS part FROM kept, jsonb_array_elements("snapshot" -> 'variations') AS v
      WHERE v ->> 'id' = ANY(${[...ids]}::text[]) ORDER BY v ->> 'id', "version" DESC
    )
    SELECT coalesce((SELECT jsonb_agg(part) FROM images), '[]') AS "images",
      coalesce((SELECT jsonb_agg(part) FROM variations), '[]') AS "variations"`;
  return former ?? { images: [], variations: [] };
}

interface ReferencingFields {
  slug?: string | undefined;
  categoryId?: string | undefined;
  sku?: string | null | undefined;
  images?: Pick<ImageInput, "url">[] | undefined;
  variations?: { sku?: string | null | undefined }[] | undefined;
}

export function collectReferences(fields: ReferencingFields): ProductReferences {
  return {
    slugs: fields.slug === undefined ? [] : [fields.slug],
    categoryId: fields.categoryId ?? null,
    sku: fields.sku ?? null,
    variationSkus: (fields.variations ?? []).flatMap(({ sku }) => sku ?? []),
    imageUrls: (fields.images ?? []).map(({ url }) => url),
  };
}

const SKU_TAKEN = "Cette référence est déjà prise.";
const SLUG_TAKEN = "Cette adresse est déjà prise. Choisissez-en une autre.";
const CATEGORY_GONE = "Cette catégorie n'existe plus. Choisissez-en une autre.";

const CONSTRAINT_MESSAGES: Record<string, string> = {
  slug: SLUG_TAKEN,
  sku: SKU_TAKEN,
  categoryId: CATEGORY_GONE,
};

const SKU_REPEATED = "Cette référence est là deux fois.";

/** Finds a missing category and taken slugs and SKUs. `variationSkus` has the order of the variations. */
export function findReferenceProblems(
  { slug, categoryId, sku }: Partial<Pick<ProductSnapshot, "slug" | "categoryId" | "sku">>,
  variationSkus: readonly (string | null | undefined)[],
  { categoryExists, takenSlugs, skuTaken, takenVariationSkus }: ResolvedReferences,
): Problems {
  return {
    ...(categoryId !== undefined && !categoryExists && { categoryId: CATEGORY_GONE }),
    ...(slug !== undefined && takenSlugs.includes(slug) && { slug: SLUG_TAKEN }),
    ...(sku && skuTaken && { sku: SKU_TAKEN }),
    ...findVariationSkuProblems(variationSkus, takenVariationSkus),
  };
}

function findVariationSkuProblems(
  skus: readonly (string | null | undefined)[],
  taken: readonly string[],
): Problems {
  const problems = skus.flatMap((sku, i) => {
    if (!sku) return [];
    if (taken.includes(sku)) return [[`variations.${i}.sku`, SKU_TAKEN]];
    return skus.indexOf(sku) < i ? [[`variations.${i}.sku`, SKU_REPEATED]] : [];
  });
  return Object.fromEntries(problems);
}

/** @throws CONFLICT where every problem is a taken value, otherwise VALIDATION_ERROR; both name every field */
export function assertNoProblems(problems: Problems): void {
  const messages = Object.values(problems);
  if (messages.length === 0) return;
  const isTaken = messages.every((message) => message === SKU_TAKEN || message === SLUG_TAKEN);
  throw new AppError(isTaken ? "CONFLICT" : "VALIDATION_ERROR", {
    message: joinMessages(problems),
    details: problems,
  });
}

/**
 * Translates the database's own refusals, which two simultaneous saves run into, to an error that names the field. Returns other
 * errors unchanged.
 */
export function toFieldError(error: unknown): unknown {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: unknown };
  const constraint = JSON.stringify(meta ?? {});
  const violated = Object.entries(CONSTRAINT_MESSAGES).find(([name]) => constraint.includes(name));
  const isTaken = code === "P2002" || constraint.includes('"23505"');
  const isGone = code === "P2003" || constraint.includes('"23503"');
  if (violated === undefined || !(isTaken || isGone)) return error;
  const details = Object.fromEntries([violated]);
  return new AppError(isTaken ? "CONFLICT" : "VALIDATION_ERROR", {
    message: joinMessages(details),
    details,
    cause: error,
  });
}

function joinMessages(details: Problems): string {
  return Object.values(details).join(" ");
}

import "server-only";
import { claimUploadsSql } from "@/domain/media/tx-commands";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ImageInput } from "./input";
import {
  lockProducts,
  type ProductRecord,
  type ProductSnapshot,
  RECORD_COLUMNS,
  type StoredImage,
} from "./record";
import type { Problems } from "./rules";

const { sql } = Prisma;

/** What a save names outside its product. */
export interface ProductReferences {
  slugs: string[];
  categoryId: string | null;
  sku: string | null;
  variationSkus: string[];
  imageUrls: string[];
}

/** What is known of it. */
export interface ResolvedReferences {
  takenSlugs: string[];
  /** Those of the slugs that redirect to another product. */
  redirectedSlugs: string[];
  categoryExists: boolean;
  skuTaken: boolean;
  takenVariationSkus: string[];
  uploads: StoredImage[];
}

/** Asked for all at once: a save has few statements to spend. `own` is the id of the product itself. */
function knownColumns(named: ProductReferences, own: Prisma.Sql): Prisma.Sql {
  return sql`
    ARRAY(SELECT o."slug" FROM "Product" o WHERE o."slug" = ANY(${named.slugs}::text[]) AND o."id" <> ${own}) AS "takenSlugs",
    ARRAY(SELECT r."slug" FROM "SlugRedirect" r
      WHERE r."slug" = ANY(${named.slugs}::text[]) AND r."productId" <> ${own}) AS "redirectedSlugs",
    EXISTS (SELECT 1 FROM "Category" WHERE "id" = ${named.categoryId}::text) AS "categoryExists",
    EXISTS (SELECT 1 FROM "Product" o WHERE o."sku" = ${named.sku}::text AND o."id" <> ${own}) AS "skuTaken",
    ARRAY(SELECT v."sku" FROM "ProductVariation" v
      WHERE v."sku" = ANY(${named.variationSkus}::text[]) AND v."productId" <> ${own}) AS "takenVariationSkus",
    coalesce((SELECT json_agg(json_build_object('url', u."url", 'key', u."key", 'width', u."width", 'height', u."height",
      'bytes', u."bytes", 'placeholder', u."placeholder", 'altText', NULL, 'altTextAr', NULL, 'isPrimary', false))
      FROM claimed u), '[]') AS "uploads"`;
}

/** `ownId` is the product that may keep what it has. */
export async function resolveReferences(
  tx: Transaction,
  named: ProductReferences,
  ownId = "",
): Promise<ResolvedReferences> {
  const [known] = await tx.$queryRaw<ResolvedReferences[]>`
    WITH claimed AS (${claimUploadsSql(named.imageUrls)}) SELECT ${knownColumns(named, sql`${ownId}`)}`;
  if (!known) throw new Error("a SELECT without FROM answers one row");
  return known;
}

interface LockedEdit {
  record: ProductRecord;
  known: ResolvedReferences;
  /** The product as the editor first saw it; null when that version is no longer kept. */
  base: ProductSnapshot | null;
  /** Since when customers could see it; null when they never could. Asked for only when the slug may change. */
  firstShownAt: string | null;
}

/** Locks a product, and reads it with all that a save has to know. @throws NOT_FOUND */
export async function lockForEdit(
  tx: Transaction,
  id: string,
  version: number,
  named: ProductReferences,
): Promise<LockedEdit> {
  await lockProducts(tx, [id]);
  const [row] = await tx.$queryRaw<
    (ProductRecord & ResolvedReferences & Omit<LockedEdit, "record" | "known">)[]
  >`
    WITH claimed AS (${claimUploadsSql(named.imageUrls)}) SELECT ${RECORD_COLUMNS}, ${knownColumns(named, sql`p."id"`)},
      (SELECT v."snapshot" FROM "ProductVersion" v WHERE v."productId" = p."id" AND v."version" = ${version}::int) AS "base",
      CASE WHEN ${named.slugs.length > 0} OR p."draft" -> 'slug' IS NOT NULL THEN least(
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
  const known = {
    takenSlugs,
    redirectedSlugs,
    categoryExists,
    skuTaken,
    takenVariationSkus,
    uploads,
  };
  const startedFrom = version === record.version ? { ...record.live, ...record.draft } : base;
  return { record, known, base: startedFrom, firstShownAt };
}

/** Pictures and variations that this product once had: an editor may bring back what somebody else took away. */
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

const REFUSED_BY_DATABASE: Record<string, string> = {
  slug: SLUG_TAKEN,
  sku: SKU_TAKEN,
  categoryId: CATEGORY_GONE,
};

const SKU_REPEATED = "Cette référence est là deux fois.";

/** A category that is gone, a slug or a SKU that is taken. `variationSkus` are in the order of the variations. */
export function findReferenceProblems(
  { slug, categoryId, sku }: Partial<Pick<ProductSnapshot, "slug" | "categoryId" | "sku">>,
  variationSkus: readonly (string | null | undefined)[],
  { categoryExists, takenSlugs, skuTaken, takenVariationSkus }: ResolvedReferences,
): Problems {
  return {
    ...(categoryId !== undefined && !categoryExists && { categoryId: CATEGORY_GONE }),
    ...(slug !== undefined && takenSlugs.includes(slug) && { slug: SLUG_TAKEN }),
    ...(sku && skuTaken && { sku: SKU_TAKEN }),
    ...variationSkuProblems(variationSkus, takenVariationSkus),
  };
}

function variationSkuProblems(
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

/** @throws CONFLICT where nothing but taken values is wrong, else VALIDATION_ERROR; both name every field */
export function assertNoProblems(problems: Problems): void {
  const messages = Object.values(problems);
  if (messages.length === 0) return;
  const isTaken = messages.every((message) => message === SKU_TAKEN || message === SLUG_TAKEN);
  throw new AppError(isTaken ? "CONFLICT" : "VALIDATION_ERROR", {
    message: sentences(problems),
    details: problems,
  });
}

/** What two changes at once ran into: the database's own refusal, naming the field. Other errors come back as they are. */
export function toFieldError(error: unknown): unknown {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: unknown };
  const constraint = JSON.stringify(meta ?? {});
  const refusal = Object.entries(REFUSED_BY_DATABASE).find(([name]) => constraint.includes(name));
  if (refusal === undefined || (code !== "P2002" && code !== "P2003")) return error;
  const details = Object.fromEntries([refusal]);
  return new AppError(code === "P2002" ? "CONFLICT" : "VALIDATION_ERROR", {
    message: sentences(details),
    details,
    cause: error,
  });
}

function sentences(details: Problems): string {
  return Object.values(details).join(" ");
}

import "server-only";
import { Prisma, type VersionReason } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { isSameJson } from "@/lib/same-json";
import { moveProductAddress } from "../redirects/commands";
import { getEditorView, getShopState, type ProductRecord, type ProductSnapshot } from "./record";

const MAX_VERSIONS = 100;

export function toColumns({ images: _, variations: __, ...fields }: ProductSnapshot) {
  return {
    ...fields,
    facts: fields.facts.map(({ name, nameAr, value, valueAr }) => ({
      name,
      value,
      nameAr: nameAr || undefined,
      valueAr: valueAr || undefined,
    })),
    publishAt: new Date(fields.publishAt),
    unpublishAt: fields.unpublishAt === null ? null : new Date(fields.unpublishAt),
  };
}

interface Change {
  live: ProductSnapshot;
  draft: Partial<ProductSnapshot> | null;
  reason: VersionReason;
  /** The slug that redirects to the new one. */
  redirectFrom?: string | undefined;
}

/** Writes a new version of a locked product. The number of statements does not depend on the number of variations. */
export async function writeRecord(
  tx: Transaction,
  actor: Actor,
  record: ProductRecord,
  { live, draft, reason, redirectFrom }: Change,
): Promise<ProductRecord> {
  if (record.live.slug !== live.slug) {
    await moveProductAddress(tx, record.id, live.slug, redirectFrom ?? null);
  }
  const now = new Date();
  const priceChanged = record.live.basePrice !== live.basePrice;
  const { count } = await tx.product.updateMany({
    where: { id: record.id, version: record.version },
    data: {
      ...toColumns(live),
      draft: draft === null ? Prisma.DbNull : (draft as Prisma.InputJsonObject),
      priceUpdatedAt: priceChanged ? now : undefined,
      version: record.version + 1,
      updatedAt: now,
    },
  });
  if (count === 0) throw new AppError("CONFLICT");
  await writeParts(tx, record, live);
  const written: ProductRecord = {
    ...record,
    version: record.version + 1,
    updatedAt: now.toISOString(),
    live,
    draft,
    editedBy: actor.name,
    editedAt: now.toISOString(),
    shop: await getShopStateAfter(tx, record, live),
  };
  await storeVersions(tx, [
    toVersionRow(record, { reason: "EDIT", userId: null }),
    toVersionRow(written, { reason, userId: actor.id }),
  ]);
  return written;
}

const VISIBILITY_FIELDS = ["status", "publishAt", "unpublishAt", "categoryId"] as const;

/** Reads the visibility again only where the change may affect it. */
async function getShopStateAfter(
  tx: Transaction,
  record: ProductRecord,
  live: ProductSnapshot,
): Promise<ProductRecord["shop"]> {
  const isUnaffected = VISIBILITY_FIELDS.every((name) => record.live[name] === live[name]);
  if (!isUnaffected) return getShopState(tx, record.id);
  return { ...record.shop, slug: record.shop.slug === null ? null : live.slug };
}

/** Replaces changed images and variations; rows that stay keep their id and date of creation. */
async function writeParts(tx: Transaction, record: ProductRecord, live: ProductSnapshot) {
  const [images, variations] = [
    !isSameJson(record.live.images, live.images),
    !isSameJson(record.live.variations, live.variations),
  ];
  if (!images && !variations) return;
  const [old] = await tx.$queryRaw<
    { images: ReplacedPart[] | null; variations: ReplacedPart[] | null }[]
  >`
    WITH images AS (DELETE FROM "ProductImage" WHERE "productId" = ${record.id} AND ${images} RETURNING "id", "url" AS "of", "createdAt"),
    variations AS (DELETE FROM "ProductVariation" WHERE "productId" = ${record.id} AND ${variations} RETURNING "id", "id" AS "of", "createdAt")
    SELECT (SELECT json_agg(images) FROM images) AS "images", (SELECT json_agg(variations) FROM variations) AS "variations"`;
  if (images) await insertImages(tx, record.id, live.images, old?.images ?? []);
  if (variations) await insertVariations(tx, record.id, live.variations, old?.variations ?? []);
}

interface ReplacedPart {
  id: string;
  of: string;
  createdAt: string;
}

export async function insertImages(
  tx: Transaction,
  productId: string,
  images: ProductSnapshot["images"],
  old: readonly ReplacedPart[] = [],
): Promise<void> {
  if (images.length === 0) return;
  const replaced = new Map(old.map(({ id, of, createdAt }) => [of, { id, createdAt }]));
  await tx.productImage.createMany({
    data: images.map((image, order) => ({
      ...image,
      ...replaced.get(image.url),
      productId,
      order,
    })),
  });
}

export async function insertVariations(
  tx: Transaction,
  productId: string,
  variations: ProductSnapshot["variations"],
  old: readonly ReplacedPart[] = [],
): Promise<void> {
  if (variations.length === 0) return;
  const replaced = new Map(old.map(({ of, createdAt }) => [of, { createdAt }]));
  await tx.productVariation.createMany({
    data: variations.map((variation, order) => ({
      ...variation,
      imageUrl: variation.imageUrl ?? null,
      ...replaced.get(variation.id),
      productId,
      order,
    })),
  });
}

interface VersionRow {
  id: string;
  productId: string;
  version: number;
  snapshot: ProductSnapshot;
  reason: VersionReason;
  userId: string | null;
  createdAt: string;
}

export function toVersionRow(
  record: ProductRecord,
  by: Pick<VersionRow, "reason" | "userId">,
): VersionRow {
  const { id: productId, version, updatedAt: createdAt } = record;
  return { id: createId(), productId, version, snapshot: getEditorView(record), createdAt, ...by };
}

/**
 * Stores versions that are not stored yet and prunes old ones. Commands pass the version before their change as well: an imported
 * product has no version until its first edit.
 */
export async function storeVersions(
  tx: Transaction,
  versions: readonly VersionRow[],
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS v("id" text, "productId" text,
        "version" int, "snapshot" jsonb, "reason" "VersionReason", "userId" text, "createdAt" timestamptz)
    ), pruned AS (
      DELETE FROM "ProductVersion" v USING given g
      WHERE v."productId" = g."productId" AND v."version" <= g."version" - ${MAX_VERSIONS}::int
    )
    INSERT INTO "ProductVersion" ("id", "productId", "version", "snapshot", "reason", "userId", "createdAt")
    SELECT "id", "productId", "version", "snapshot", "reason", "userId", "createdAt" FROM given
    ON CONFLICT ("productId", "version") DO NOTHING`;
}

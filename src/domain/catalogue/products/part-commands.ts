import "server-only";
import type { VersionReason } from "@/generated/prisma/client";
import { insertRows, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { isSameJson } from "@/lib/same-json";
import { getEditorView, type ProductRecord, type ProductSnapshot } from "./record";

const MAX_VERSIONS = 100;

interface PartChange {
  record: ProductRecord;
  live: ProductSnapshot;
}

const isPartChanged = ({ record, live }: PartChange, name: "images" | "variations") =>
  !isSameJson(record.live[name], live[name]);

export function hasChangedParts(changes: readonly PartChange[]): boolean {
  return changes.some(
    (change) => isPartChanged(change, "images") || isPartChanged(change, "variations"),
  );
}

/** Replaces changed images and variations; rows that stay keep their id and date of creation. */
export async function writeParts(tx: Transaction, changes: readonly PartChange[]) {
  const images = changes.filter((change) => isPartChanged(change, "images"));
  const variations = changes.filter((change) => isPartChanged(change, "variations"));
  if (images.length + variations.length === 0) return;
  const toIds = (changed: readonly PartChange[]) => changed.map(({ record }) => record.id);
  const [old] = await tx.$queryRaw<
    { images: ReplacedPart[] | null; variations: ReplacedPart[] | null }[]
  >`
    WITH images AS (DELETE FROM "ProductImage" WHERE "productId" = ANY(${toIds(images)}::text[])
      RETURNING "id", "productId", "url" AS "of", "createdAt"),
    variations AS (DELETE FROM "ProductVariation" WHERE "productId" = ANY(${toIds(variations)}::text[])
      RETURNING "id", "productId", "id" AS "of", "createdAt")
    SELECT (SELECT json_agg(images) FROM images) AS "images", (SELECT json_agg(variations) FROM variations) AS "variations"`;
  await insertImages(tx, images.map(toParts), old?.images ?? []);
  await insertVariations(tx, variations.map(toParts), old?.variations ?? []);
}

const toParts = ({ record, live }: PartChange): ProductParts => ({ productId: record.id, live });

interface ProductParts {
  productId: string;
  live: Pick<ProductSnapshot, "images" | "variations">;
}

interface ReplacedPart {
  id: string;
  productId: string;
  of: string;
  createdAt: string;
}

export async function insertImages(
  tx: Transaction,
  products: readonly ProductParts[],
  old: readonly ReplacedPart[] = [],
): Promise<void> {
  const replaced = new Map(
    old.map(({ id, productId, of, createdAt }) => [`${productId} ${of}`, { id, createdAt }]),
  );
  const createdAt = new Date().toISOString();
  const rows = products.flatMap(({ productId, live }) =>
    live.images.map((image, order) => ({
      ...image,
      ...(replaced.get(`${productId} ${image.url}`) ?? { id: createId(), createdAt }),
      productId,
      order,
    })),
  );
  await insertRows(tx, "ProductImage", IMAGE_COLUMNS, rows);
}

const PART_COLUMNS = ["id", "productId", "order", "createdAt"] as const;
const IMAGE_COLUMNS = [
  ...PART_COLUMNS,
  "url",
  "key",
  "altText",
  "altTextAr",
  "width",
  "height",
  "bytes",
  "placeholder",
  "isPrimary",
] as const;
const VARIATION_COLUMNS = [
  ...PART_COLUMNS,
  "name",
  "nameAr",
  "value",
  "valueAr",
  "swatch",
  "imageUrl",
  "priceModifier",
  "stock",
  "sku",
  "isActive",
] as const;

export async function insertVariations(
  tx: Transaction,
  products: readonly ProductParts[],
  old: readonly ReplacedPart[] = [],
): Promise<void> {
  const createdBefore = new Map(old.map(({ of, createdAt }) => [of, createdAt]));
  const now = new Date().toISOString();
  const rows = products.flatMap(({ productId, live }) =>
    live.variations.map((variation, order) => ({
      ...variation,
      imageUrl: variation.imageUrl ?? null,
      createdAt: createdBefore.get(variation.id) ?? now,
      productId,
      order,
    })),
  );
  await insertRows(tx, "ProductVariation", VARIATION_COLUMNS, rows);
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

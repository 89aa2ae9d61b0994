import "server-only";
import { Prisma, type VersionReason } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { isSameJson } from "@/lib/same-json";
import { moveProductAddress } from "../redirects/commands";
import { PRODUCT_FIELDS } from "./fields";
import {
  getEditorView,
  getShopState,
  type ProductRecord,
  type ProductSnapshot,
  toColumns,
} from "./record";

const MAX_VERSIONS = 100;

export interface Change {
  record: ProductRecord;
  live: ProductSnapshot;
  draft: Partial<ProductSnapshot> | null;
  reason: VersionReason;
  /** The slug that redirects to the new one. */
  redirectFrom?: string | undefined;
  /** Absent: stays as it is. */
  deletedAt?: string | null;
}

type Editor = Pick<Actor, "id" | "name">;

/** Writes a new version of a locked product. The number of statements does not depend on the number of variations. */
export async function writeRecord(
  tx: Transaction,
  editor: Editor,
  record: ProductRecord,
  change: Omit<Change, "record">,
): Promise<ProductRecord> {
  const [written] = await writeRecords(tx, editor, [{ ...change, record }]);
  if (!written) throw new Error("a change gives a record");
  return { ...written, shop: await getShopStateAfter(tx, record, written.live) };
}

/**
 * Writes a new version of each locked product, in a number of statements that depends only on how many slugs change. `shop` of the
 * results is the one from before.
 */
export async function writeRecords(
  tx: Transaction,
  editor: Editor,
  changes: readonly Change[],
): Promise<ProductRecord[]> {
  if (changes.length === 0) return [];
  for (const { record, live, redirectFrom } of changes) {
    if (record.live.slug === live.slug) continue;
    await moveProductAddress(tx, record.id, live.slug, redirectFrom ?? null);
  }
  const now = new Date().toISOString();
  const written = changes.map(({ record, live, draft, deletedAt }) => ({
    ...record,
    version: record.version + 1,
    updatedAt: now,
    live,
    draft,
    deletedAt: deletedAt === undefined ? record.deletedAt : deletedAt,
    editedBy: editor.name,
    editedAt: now,
  }));
  await updateRows(tx, changes, written);
  await writeParts(tx, changes);
  await storeVersions(tx, [
    ...changes.map(({ record }) => toVersionRow(record, { reason: "EDIT", userId: null })),
    ...written.map((record, i) =>
      toVersionRow(record, { reason: changes[i]?.reason ?? "EDIT", userId: editor.id }),
    ),
  ]);
  return written;
}

const UPDATED_COLUMNS = Object.keys(PRODUCT_FIELDS)
  .filter((name) => name !== "images" && name !== "variations")
  .concat("draft", "deletedAt", "version", "updatedAt");

const ASSIGNMENTS = Prisma.raw(UPDATED_COLUMNS.map((name) => `"${name}" = r."${name}"`).join(", "));

async function updateRows(
  tx: Transaction,
  changes: readonly Change[],
  written: readonly ProductRecord[],
): Promise<void> {
  const rows = written.map(({ id, live, draft, deletedAt, version, updatedAt }, i) => ({
    ...toColumns(live),
    id,
    draft,
    deletedAt,
    version,
    updatedAt,
    isPriceChanged: changes[i]?.record.live.basePrice !== live.basePrice,
  }));
  const priced = rows.filter(({ isPriceChanged }) => isPriceChanged).map(({ id }) => id);
  const count = await tx.$executeRaw`
    UPDATE "Product" p SET ${ASSIGNMENTS},
      "priceUpdatedAt" = CASE WHEN r."id" = ANY(${priced}::text[]) THEN r."updatedAt" ELSE p."priceUpdatedAt" END
    FROM jsonb_populate_recordset(NULL::"Product", ${JSON.stringify(rows)}::jsonb) AS r
    WHERE p."id" = r."id" AND p."version" = r."version" - 1`;
  if (count < rows.length) throw new AppError("CONFLICT");
}

/** Inserts new products in a fixed number of statements. `shop` of the results says that customers do not see them. */
export async function insertProducts(
  tx: Transaction,
  editor: Editor,
  products: readonly ProductSnapshot[],
  reason: VersionReason,
): Promise<ProductRecord[]> {
  if (products.length === 0) return [];
  const now = new Date();
  const at = now.toISOString();
  const records = products.map(
    (live): ProductRecord => ({
      id: createId(),
      version: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      live,
      draft: null,
      editedBy: editor.name,
      editedAt: at,
      shop: { slug: null, hiddenCategory: null },
    }),
  );
  await tx.product.createMany({
    data: records.map(({ id, live }) => ({
      ...toColumns(live),
      id,
      createdAt: now,
      updatedAt: now,
      priceUpdatedAt: live.basePrice === null ? null : now,
      draft: Prisma.DbNull,
    })),
  });
  const parts = records.map(({ id, live }) => ({ productId: id, live }));
  await insertImages(tx, parts);
  await insertVariations(tx, parts);
  await storeVersions(
    tx,
    records.map((record) => toVersionRow(record, { reason, userId: editor.id })),
  );
  return records;
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
async function writeParts(tx: Transaction, changes: readonly Change[]) {
  const listChanged = (name: "images" | "variations") =>
    changes.filter(({ record, live }) => !isSameJson(record.live[name], live[name]));
  const [images, variations] = [listChanged("images"), listChanged("variations")];
  if (images.length + variations.length === 0) return;
  const toIds = (changed: readonly Change[]) => changed.map(({ record }) => record.id);
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

const toParts = ({ record, live }: Change): ProductParts => ({ productId: record.id, live });

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

async function insertImages(
  tx: Transaction,
  products: readonly ProductParts[],
  old: readonly ReplacedPart[] = [],
): Promise<void> {
  const replaced = new Map(
    old.map(({ id, productId, of, createdAt }) => [`${productId} ${of}`, { id, createdAt }]),
  );
  const data = products.flatMap(({ productId, live }) =>
    live.images.map((image, order) => ({
      ...image,
      ...replaced.get(`${productId} ${image.url}`),
      productId,
      order,
    })),
  );
  if (data.length > 0) await tx.productImage.createMany({ data });
}

async function insertVariations(
  tx: Transaction,
  products: readonly ProductParts[],
  old: readonly ReplacedPart[] = [],
): Promise<void> {
  const replaced = new Map(old.map(({ of, createdAt }) => [of, { createdAt }]));
  const data = products.flatMap(({ productId, live }) =>
    live.variations.map((variation, order) => ({
      ...variation,
      imageUrl: variation.imageUrl ?? null,
      ...replaced.get(variation.id),
      productId,
      order,
    })),
  );
  if (data.length > 0) await tx.productVariation.createMany({ data });
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

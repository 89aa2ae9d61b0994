import "server-only";
import { Prisma, type VersionReason } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { insertRows, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { moveProductAddress } from "../redirects/commands";
import { PRODUCT_FIELDS, type ProductFieldName } from "./fields";
import {
  hasChangedParts,
  insertImages,
  insertVariations,
  storeVersions,
  toVersionRow,
  writeParts,
} from "./part-commands";
import { getShopState, type ProductRecord, type ProductSnapshot, toColumns } from "./record";

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
  await updateListingOnce(tx, written, hasChangedParts(changes), async () => {
    await updateRows(tx, changes, written);
    await writeParts(tx, changes);
  });
  await storeVersions(tx, [
    ...changes.map(({ record }) => toVersionRow(record, { reason: "EDIT", userId: null })),
    ...written.map((record, i) =>
      toVersionRow(record, { reason: changes[i]?.reason ?? "EDIT", userId: editor.id }),
    ),
  ]);
  return written;
}

/**
 * Computes the list rows of several products once, after `write`. Otherwise the triggers of products, images and variations each compute
 * them.
 */
async function updateListingOnce(
  tx: Transaction,
  products: readonly Pick<ProductRecord, "id">[],
  hasParts: boolean,
  write: () => Promise<void>,
): Promise<void> {
  if (products.length === 1 || !hasParts) {
    await write();
    return;
  }
  const ids = products.map(({ id }) => id);
  await tx.$queryRaw`SELECT set_config('shop.listing', 'deferred', true)`;
  await write();
  await tx.$queryRaw`
    SELECT set_config('shop.listing', '', true), shop_refresh_listing(${ids}::text[])::text, shop_refresh_listing_words(${ids}::text[])::text`;
}

type Column = Exclude<ProductFieldName, "images" | "variations">;

const FIELD_COLUMNS = Object.keys(PRODUCT_FIELDS).filter(
  (name): name is Column => name !== "images" && name !== "variations",
);
const INSERTED_COLUMNS = [
  ...FIELD_COLUMNS,
  "id",
  "createdAt",
  "updatedAt",
  "priceUpdatedAt",
] as const;
const UPDATED_COLUMNS = [...FIELD_COLUMNS, "draft", "deletedAt", "version", "updatedAt"];

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
  const at = new Date().toISOString();
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
  const rows = records.map(({ id, live }) => ({
    ...toColumns(live),
    id,
    createdAt: at,
    updatedAt: at,
    priceUpdatedAt: live.basePrice === null ? null : at,
  }));
  const parts = records.map(({ id, live }) => ({ productId: id, live }));
  await updateListingOnce(tx, records, true, async () => {
    await insertRows(tx, "Product", INSERTED_COLUMNS, rows);
    await insertImages(tx, parts);
    await insertVariations(tx, parts);
  });
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

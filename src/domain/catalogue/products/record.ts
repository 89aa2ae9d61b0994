import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { FieldRow } from "@/lib/field-table";
import { toIsoSql } from "@/lib/iso-sql";
import { VISIBLE } from "../published-sql";
import { PRODUCT_FIELDS, type ProductFieldName } from "./fields";
import type { ProductFields } from "./input";
import { findMissingForPublishing, getImmediatePublishAt, getStatusChip } from "./rules";
import type { ProductForEdit } from "./schema";

const { sql, raw, join } = Prisma;

/** An image with every column of its row, so that a version can restore it. */
export type StoredImage = ProductForEdit["images"][number] & {
  key: string;
  bytes: number;
  placeholder: string | null;
};
export type StoredVariation = ProductForEdit["variations"][number];

/** Every field that staff edit. A version stores all of them, a draft some. */
export type ProductSnapshot = Omit<ProductFields, "images" | "variations"> & {
  images: StoredImage[];
  variations: StoredVariation[];
};

export interface ProductRecord {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  /** The columns of the product: what customers see once it is published. */
  live: ProductSnapshot;
  draft: Partial<ProductSnapshot> | null;
  /** Username of the editor who made the present version; null where no staff account made it. */
  editedBy: string | null;
  editedAt: string;
  shop: ProductForEdit["shop"];
}

const IMAGES = sql`coalesce((SELECT json_agg(json_build_object(
    'url', i."url", 'altText', i."altText", 'altTextAr', i."altTextAr", 'isPrimary', i."isPrimary", 'width', i."width",
    'height', i."height", 'key', i."key", 'bytes', i."bytes", 'placeholder', i."placeholder") ORDER BY i."order", i."id")
  FROM "ProductImage" i WHERE i."productId" = p."id"), '[]')`;

const VARIATIONS = sql`coalesce((SELECT json_agg(json_build_object(
    'id', v."id", 'name', v."name", 'nameAr', v."nameAr", 'value', v."value", 'valueAr', v."valueAr", 'swatch', v."swatch", 'imageUrl', v."imageUrl",
    'priceModifier', v."priceModifier"::text, 'stock', v."stock", 'sku', v."sku", 'isActive', v."isActive")
    ORDER BY v."order", v."value", v."id")
  FROM "ProductVariation" v WHERE v."productId" = p."id"), '[]')`;

const LISTS_IN_TABLES = new Map([
  ["images", IMAGES],
  ["variations", VARIATIONS],
]);

/** Reads a field as JSON: amounts as text, dates in ISO format. */
function toFieldSql(name: string, { kind }: FieldRow): Prisma.Sql {
  const column = raw(`p."${name}"`);
  if (kind === "price") return sql`${column}::text`;
  if (kind === "decimal") return sql`trim_scale(${column})::text`;
  if (kind === "date") return toIsoSql(sql`${column}`);
  return LISTS_IN_TABLES.get(name) ?? column;
}

/** The fields of the product `p` that `isRead` names, as one JSON object. */
export function buildSnapshotColumns(isRead: (name: string) => boolean = () => true): Prisma.Sql {
  const columns = Object.entries(PRODUCT_FIELDS)
    .filter(([name]) => isRead(name))
    .map(([name, row]) => sql`${raw(`'${name}'`)}, ${toFieldSql(name, row)}`);
  return sql`json_build_object(${join(columns)})`;
}

/** The published fields of the row `p`, as a `ProductSnapshot`. */
export const LIVE = buildSnapshotColumns();

const HIDDEN_CATEGORY = sql`(WITH RECURSIVE above AS (
    SELECT c."name", c."parentId", c."isActive", 0 AS "depth" FROM "Category" c WHERE c."id" = p."categoryId"
    UNION ALL
    SELECT c."name", c."parentId", c."isActive", a."depth" + 1 FROM "Category" c JOIN above a ON c."id" = a."parentId"
  ) SELECT "name" FROM above WHERE NOT "isActive" ORDER BY "depth" LIMIT 1)`;

const SHOP = sql`json_build_object(
  'slug', CASE WHEN ${VISIBLE} THEN p."slug" END, 'hiddenCategory', ${HIDDEN_CATEGORY})`;

/** The columns of a `ProductRecord`, of the row `p`. */
export const RECORD_COLUMNS = sql`p."id", p."version", ${toIsoSql(sql`p."createdAt"`)} AS "createdAt",
  ${toIsoSql(sql`p."updatedAt"`)} AS "updatedAt", ${toIsoSql(sql`p."deletedAt"`)} AS "deletedAt", ${LIVE} AS "live", p."draft",
  (SELECT u."username" FROM "ProductVersion" v JOIN "User" u ON u."id" = v."userId"
    WHERE v."productId" = p."id" AND v."version" = p."version") AS "editedBy",
  ${toIsoSql(sql`coalesce((SELECT v."createdAt" FROM "ProductVersion" v
    WHERE v."productId" = p."id" AND v."version" = p."version"), p."updatedAt")`)} AS "editedAt",
  ${SHOP} AS "shop"`;

/** Locks the products until the transaction ends and returns them in the order of their ids. */
export async function lockRecords(
  tx: Transaction,
  ids: readonly string[],
): Promise<ProductRecord[]> {
  if (ids.length === 0) return [];
  await lockProducts(tx, ids);
  return tx.$queryRaw`
    SELECT ${RECORD_COLUMNS} FROM "Product" p WHERE p."id" IN (${Prisma.join([...ids])}) ORDER BY p."id"`;
}

/** Reads the visibility of a product; call after the write. */
export async function getShopState(tx: Transaction, id: string): Promise<ProductRecord["shop"]> {
  const [row] = await tx.$queryRaw<Pick<ProductRecord, "shop">[]>`
    SELECT ${SHOP} AS "shop" FROM "Product" p WHERE p."id" = ${id}`;
  return row?.shop ?? { slug: null, hiddenCategory: null };
}

/** @throws NOT_FOUND */
export async function lockRecord(tx: Transaction, id: string): Promise<ProductRecord> {
  const [record] = await lockRecords(tx, [id]);
  if (!record) throw new AppError("NOT_FOUND");
  return record;
}

/** A statement of its own: a single statement that waits for the lock would read images and variations from before the wait. */
export async function lockProducts(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Product" WHERE "id" IN (${Prisma.join([...ids])}) ORDER BY "id" FOR UPDATE`;
}

type BlankValue<Row> = Row extends { kind: "list" }
  ? []
  : Row extends { blank: infer B }
    ? B
    : null;
type BlankValues = { [N in ProductFieldName]: BlankValue<(typeof PRODUCT_FIELDS)[N]> };

function buildBlankValues(): BlankValues {
  const rows = Object.entries<FieldRow>(PRODUCT_FIELDS);
  return Object.fromEntries(
    rows.map(([name, { kind, blank = null }]) => [name, kind === "list" ? [] : blank]),
  ) as BlankValues;
}

/** A new product before the editor's input. */
export function buildBlankProduct(): ProductSnapshot {
  return { ...buildBlankValues(), publishAt: getImmediatePublishAt() };
}

/** Adds the fields that products did not have yet when the version was stored. */
export function completeSnapshot(stored: Partial<ProductSnapshot>): ProductSnapshot {
  return { ...buildBlankValues(), ...stored };
}

/** Applies the draft to the published product. */
export function getEditorView({
  live,
  draft,
}: Pick<ProductRecord, "live" | "draft">): ProductSnapshot {
  return { ...live, ...draft };
}

/** Drops the image columns that staff do not read: key, bytes and placeholder. */
export function toStaffSnapshot<T extends Partial<ProductSnapshot>>(snapshot: T) {
  const { images, ...fields } = snapshot;
  return { ...fields, ...(images && { images: images.map(toStaffImage) }) } as Omit<T, "images"> &
    Pick<ProductForEdit, "images">;
}

function toStaffImage({ url, altText, altTextAr, isPrimary, width, height }: StoredImage) {
  return { url, altText, altTextAr, isPrimary, width, height };
}

export function toProductForEdit(record: ProductRecord): ProductForEdit {
  const { id, version, createdAt, updatedAt, deletedAt, live, shop } = record;
  const view = getEditorView(record);
  const hasDraft = record.draft !== null;
  return {
    id,
    version,
    chip: getStatusChip({ ...live, deletedAt, hasDraft }),
    hasDraft,
    missing: Object.values(findMissingForPublishing(view)),
    createdAt,
    updatedAt,
    deletedAt,
    shop,
    ...toStaffSnapshot(view),
  };
}

/** The columns of a snapshot that are in the table of products. */
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

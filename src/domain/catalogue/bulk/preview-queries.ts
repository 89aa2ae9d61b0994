import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { pool } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toCentimes } from "@/lib/input/amount";
import { listChangeLines } from "../operations/change-lines";
import {
  buildSnapshotColumns,
  completeSnapshot,
  type ProductRecord,
  type ProductSnapshot,
} from "../products/record";
import { type Plan, planChange } from "./plan";
import type { BulkChanges, BulkPreview, BulkPreviewInput, BulkPreviewRow } from "./schema";
import { previewProducts } from "./selection";

const { sql } = Prisma;

const PAGE_SIZE = 50;
/** Per cent of the former price. */
const BIG_MOVE = 30;

/** Calculates a bulk change without making it. The number of statements does not depend on the number of products. */
export async function previewBulkChange(input: BulkPreviewInput): Promise<BulkPreview> {
  const { selection, changes, show, page = 1 } = input;
  const ids = await previewProducts(selection);
  const { records, categoryExists } = await readRecords(ids, changes);
  if (changes.categoryId !== undefined && !categoryExists) throw missingCategory();
  const planned = records.map((record) => ({
    record,
    plan: planChange(record, changes, { categoryExists }),
  }));
  const countOutcome = (outcome: Plan["outcome"]) =>
    planned.filter(({ plan }) => plan.outcome === outcome).length;
  const shown = show ? planned.filter(({ plan }) => plan.outcome === show) : planned;
  return {
    total: records.length,
    changed: countOutcome("CHANGED"),
    unchanged: countOutcome("UNCHANGED"),
    excluded: countOutcome("EXCLUDED"),
    bigPriceMoves: planned.filter(isBigPriceMove).length,
    reasons: countReasons(planned),
    rows: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(toRow),
    page,
    totalPages: Math.ceil(shown.length / PAGE_SIZE),
  };
}

export function missingCategory(): AppError {
  const message = "Cette catégorie n'existe plus. Choisissez-en une autre.";
  return new AppError("VALIDATION_ERROR", { message, details: { "changes.categoryId": message } });
}

/** What the rules read, without the long texts and the photos. */
type ReadFields = Omit<
  ProductSnapshot,
  "nameAr" | "descriptionAr" | "details" | "detailsAr" | "slug" | "seoTitle" | "seoDescription"
>;

const OMITTED = new Set([
  "nameAr",
  "description",
  "descriptionAr",
  "details",
  "detailsAr",
  "slug",
  "seoTitle",
  "seoDescription",
  "images",
]);

interface Planned {
  record: ProductRecord;
  plan: Plan;
}

async function readRecords(ids: readonly string[], { categoryId, price, stock }: BulkChanges) {
  const omitted = price || stock ? OMITTED : new Set([...OMITTED, "variations"]);
  const statement = sql`
    SELECT p."id", p."version", p."createdAt", p."deletedAt", p."draft", ${buildSnapshotColumns((name) => !omitted.has(name))} AS "live",
      left(btrim(p."description"), 20) AS "description",
      EXISTS (SELECT 1 FROM "ProductImage" i WHERE i."productId" = p."id") AS "hasImage",
      EXISTS (SELECT 1 FROM "Category" c WHERE c."id" = ${categoryId ?? null}::text) AS "categoryExists"
    FROM "Product" p WHERE p."id" = ANY(${[...ids]}::text[]) ORDER BY p."sortName", p."id"`;
  const { rows } = await pool.query<StoredRow>({ text: statement.text, values: statement.values });
  return { records: rows.map(toRecord), categoryExists: rows[0]?.categoryExists ?? false };
}

interface StoredRow {
  id: string;
  version: number;
  createdAt: Date;
  deletedAt: Date | null;
  draft: Partial<ProductSnapshot> | null;
  live: ReadFields;
  description: string;
  hasImage: boolean;
  categoryExists: boolean;
}

const IMAGE_PRESENT = {
  url: "",
  altText: null,
  altTextAr: null,
  isPrimary: true,
  width: 1,
  height: 1,
  key: "",
  bytes: 0,
  placeholder: null,
};

function toRecord(row: StoredRow): ProductRecord {
  const { id, version, createdAt, deletedAt, draft, live, description, hasImage } = row;
  return {
    id,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: "",
    deletedAt: deletedAt?.toISOString() ?? null,
    live: completeSnapshot({ ...live, description, images: hasImage ? [IMAGE_PRESENT] : [] }),
    draft,
    editedBy: null,
    editedAt: "",
    shop: { slug: null, hiddenCategory: null },
  };
}

function isBigPriceMove({ record, plan }: Planned): boolean {
  if (plan.outcome !== "CHANGED" || !record.live.basePrice || !plan.live.basePrice) return false;
  const before = toCentimes(record.live.basePrice);
  return Math.abs(toCentimes(plan.live.basePrice) - before) * 100 > before * BIG_MOVE;
}

function countReasons(planned: readonly Planned[]): BulkPreview["reasons"] {
  const counts = new Map<string, number>();
  for (const { plan } of planned) {
    if (plan.outcome !== "EXCLUDED") continue;
    for (const { message } of plan.problems) counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 20);
}

function toRow({ record, plan }: Planned): BulkPreviewRow {
  const { id, live } = record;
  return {
    id,
    name: live.name,
    sku: live.sku,
    outcome: plan.outcome,
    reasons: plan.outcome === "EXCLUDED" ? plan.problems.map(({ message }) => message) : [],
    changes: plan.outcome === "CHANGED" ? listChangeLines(live, plan.live) : [],
  };
}

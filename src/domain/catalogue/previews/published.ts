import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { verifyToken } from "@/lib/auth/signed-token";
import { db } from "@/lib/db";
import {
  getEditorView,
  type ProductRecord,
  type ProductSnapshot,
  RECORD_COLUMNS,
} from "../products/record";
import { VISIBLE_CATEGORY } from "../published-sql";
import {
  getPriceRange,
  getShownAvailability,
  toPublishedVariations,
  type VariationRecord,
} from "../rules";
import type { CategoryLink, PublishedProduct } from "../schema";

const { sql } = Prisma;

/** The product of a preview link, its pending changes applied; null when the link is forged, revoked or too old. Never cached. */
export async function findPreview(token: string): Promise<PublishedProduct | null> {
  const named = verifyToken<{ id: string; nonce: string }>("preview", token.replace("~", "."));
  if (!named) return null;
  const [record] = await db.$queryRaw<ProductRecord[]>(sql`
    SELECT ${RECORD_COLUMNS} FROM "Product" p
    WHERE p."id" = ${named.id} AND p."previewNonce" = ${named.nonce} AND p."deletedAt" IS NULL`);
  if (!record) return null;
  const view = getEditorView(record);
  const {
    images,
    variations,
    facts,
    priceOnRequest: _priceOnRequest,
    categoryId,
    ...fields
  } = view;
  const { status: _, publishAt: __, unpublishAt: ___, ...plain } = fields;
  const offered = variations
    .filter(({ isActive }) => isActive)
    .map(({ isActive: _isActive, ...variation }) => variation);
  const shown = shownPrices(view, offered);
  return {
    ...plain,
    facts,
    ...shown,
    updatedAt: record.updatedAt,
    categories: await pathOf(categoryId),
    images: images
      .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
      .map(({ key: _key, bytes: _bytes, isPrimary: _isPrimary, ...picture }) => picture),
    variations: toPublishedVariations(shown, offered),
  };
}

/** What the columns of a saved product would hold: pending changes stand in no column. */
function shownPrices(
  { basePrice, priceOnRequest, availability }: ProductSnapshot,
  offered: readonly VariationRecord[],
) {
  const base = priceOnRequest ? null : basePrice;
  const range = getPriceRange(base, offered);
  return {
    basePrice: base,
    price: range?.lowest ?? null,
    highestPrice: range?.highest ?? null,
    availability: getShownAvailability(availability, offered),
  };
}

/** Without hidden categories: a link to one would lead to a 404. */
function pathOf(categoryId: string): Promise<CategoryLink[]> {
  return db.$queryRaw`
    WITH RECURSIVE up AS (
      SELECT c.*, 0 AS level FROM "Category" c WHERE c."id" = ${categoryId}
      UNION ALL SELECT c.*, up.level + 1 FROM "Category" c JOIN up ON c."id" = up."parentId" WHERE up.level < 5
    ) SELECT c."slug", c."name", c."nameAr" FROM up c WHERE ${VISIBLE_CATEGORY} ORDER BY c.level DESC`;
}

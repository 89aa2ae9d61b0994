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

/** Finds the product of a preview link with its draft applied; null where the link is forged, revoked or expired. Not cached. */
export async function findPreview(token: string): Promise<PublishedProduct | null> {
  const payload = verifyToken<{ id: string; nonce: string }>("preview", token.replace("~", "."));
  if (!payload) return null;
  const [record] = await db.$queryRaw<ProductRecord[]>(sql`
    SELECT ${RECORD_COLUMNS} FROM "Product" p
    WHERE p."id" = ${payload.id} AND p."previewNonce" = ${payload.nonce} AND p."deletedAt" IS NULL`);
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
  const activeVariations = variations
    .filter(({ isActive }) => isActive)
    .map(({ isActive: _isActive, ...variation }) => variation);
  const shown = getShownPrices(view, activeVariations);
  return {
    ...plain,
    facts,
    ...shown,
    plannedPrice: null,
    updatedAt: record.updatedAt,
    categories: await findCategoryPath(categoryId),
    images: images
      .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
      .map(({ key: _key, bytes: _bytes, isPrimary: _isPrimary, ...image }) => image),
    variations: toPublishedVariations(shown, activeVariations),
  };
}

/** Computes what triggers write into the columns of a saved product; a draft has no such columns. */
function getShownPrices(
  { basePrice, priceOnRequest, availability }: ProductSnapshot,
  activeVariations: readonly VariationRecord[],
) {
  const base = priceOnRequest ? null : basePrice;
  const range = getPriceRange(base, activeVariations);
  return {
    basePrice: base,
    price: range?.lowest ?? null,
    highestPrice: range?.highest ?? null,
    availability: getShownAvailability(availability, activeVariations),
  };
}

/** Leaves out hidden categories, whose pages answer 404. */
function findCategoryPath(categoryId: string): Promise<CategoryLink[]> {
  return db.$queryRaw`
    WITH RECURSIVE up AS (
      SELECT c.*, 0 AS level FROM "Category" c WHERE c."id" = ${categoryId}
      UNION ALL SELECT c.*, up.level + 1 FROM "Category" c JOIN up ON c."id" = up."parentId" WHERE up.level < 5
    ) SELECT c."slug", c."name", c."nameAr" FROM up c WHERE ${VISIBLE_CATEGORY} ORDER BY c.level DESC`;
}

import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import type { EventRow } from "./event";

/** Stores an event that must not be lost in the transaction of the change that it is about. */
export async function insertEvent(tx: Transaction, event: EventRow): Promise<void> {
  await insertEvents(tx, [event]);
}

/**
 * Stores events in at most two statements. A known id is ignored. An event of the same type and search replaces the earlier one, so that
 * the last text of an intent counts.
 */
export async function insertEvents(tx: Transaction, events: readonly EventRow[]): Promise<void> {
  const rows = events.map((event) => ({
    ...event,
    // The search, not the id, says whether such an event is known.
    id: (event.searchId ? null : event.id) ?? createId(),
    createdAt: event.createdAt ?? new Date(),
  }));
  const searches = new Map(
    rows.filter(({ searchId }) => searchId).map((row) => [`${row.eventType} ${row.searchId}`, row]),
  );
  const others = rows.filter(({ searchId }) => !searchId);
  if (others.length > 0) {
    await tx.$executeRaw`${insertSql(others)} ON CONFLICT ("id") DO NOTHING`;
  }
  if (searches.size > 0) {
    await tx.$executeRaw`${insertSql([...searches.values()])} ON CONFLICT ("eventType", "searchId") DO UPDATE
      SET ("locale", "productId", "categoryId", "metadata")
        = (EXCLUDED."locale", EXCLUDED."productId", EXCLUDED."categoryId", EXCLUDED."metadata")`;
  }
}

/** Deletes events that turned out to be wrong, by their ids; unknown ids are ignored. */
export async function deleteEvents(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.analyticsEvent.deleteMany({ where: { id: { in: [...ids] } } });
}

const COLUMNS = Prisma.raw(
  `"id", "eventType", "metadata", "sessionId", "visitorHash", "searchId", "locale", "device", "source", "medium", "campaign", "town",
  "isReturning", "personId", "createdAt"`,
);

/**
 * In the order of the unique keys, so that two batches lock common rows in the same order. A view of a page names no product: the view of
 * the product, which comes with it, does.
 */
function insertSql(rows: readonly EventRow[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "AnalyticsEvent" (${COLUMNS}, "page", "productId", "categoryId")
    SELECT ${COLUMNS},
      CASE WHEN r."productSlug" IS NOT NULL AND p."product" IS NULL OR r."categorySlug" IS NOT NULL AND c."named" IS NULL
        THEN 'other' ELSE r."page" END,
      CASE WHEN r."eventType" <> 'page_view' THEN p."product" END,
      CASE WHEN r."eventType" <> 'page_view' THEN coalesce(r."categoryId", c."named", p."category") ELSE coalesce(r."categoryId", c."named") END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" text, "eventType" text, "metadata" jsonb, "sessionId" text,
      "visitorHash" text, "searchId" text, "locale" "Language", "device" text, "source" text, "medium" text, "campaign" text, "town" text,
      "isReturning" boolean, "personId" text, "createdAt" timestamptz, "page" text, "productId" text, "productSlug" text,
      "categoryId" text, "categorySlug" text)
    LEFT JOIN LATERAL (
      SELECT "id" AS "product", "categoryId" AS "category" FROM "Product" WHERE "id" = r."productId"
      UNION ALL SELECT "id", "categoryId" FROM "Product" WHERE "slug" = r."productSlug" LIMIT 1
    ) p ON true
    LEFT JOIN LATERAL (SELECT "id" AS "named" FROM "Category" WHERE "slug" = r."categorySlug") c ON true
    WHERE r."eventType" = 'page_view' OR r."productSlug" IS NULL OR p."product" IS NOT NULL
    ORDER BY "eventType", "searchId", "id"`;
}

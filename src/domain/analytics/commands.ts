import "server-only";
import { db } from "@/lib/db";
import { createId } from "@/lib/id";
import { toSearchMetadata } from "./rules";
import type { AnalyticsEvent } from "./schema";

/**
 * Stores events of visitors without personal data. An event of the same type and search replaces the earlier one, so that the last text
 * of an intent counts. A click on an unknown product is ignored.
 */
export async function recordEvents(events: readonly AnalyticsEvent[]): Promise<null> {
  const rows = new Map(
    events.map((event) => [`${event.eventType} ${event.searchId}`, toRow(event)]),
  );
  // In the order of the unique index, so that two batches lock common rows in the same order.
  await db.$executeRaw`
    INSERT INTO "AnalyticsEvent" ("id", "eventType", "searchId", "locale", "productId", "metadata")
    SELECT r."id", r."eventType", r."searchId", r."locale", p."id", r."metadata"
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
      AS r("id" text, "eventType" text, "searchId" text, "locale" "Language", "slug" text, "metadata" jsonb)
    LEFT JOIN "Product" p ON p."slug" = r."slug"
    WHERE r."slug" IS NULL OR p."id" IS NOT NULL
    ORDER BY r."eventType", r."searchId"
    ON CONFLICT ("eventType", "searchId") DO UPDATE
    SET ("locale", "productId", "metadata") = (EXCLUDED."locale", EXCLUDED."productId", EXCLUDED."metadata")`;
  return null;
}

function toRow(event: AnalyticsEvent) {
  const { eventType, searchId } = event;
  const common = { id: createId(), eventType, searchId };
  return eventType === "search"
    ? {
        ...common,
        locale: event.locale.toUpperCase(),
        slug: null,
        metadata: toSearchMetadata(event),
      }
    : { ...common, locale: null, slug: event.slug, metadata: { position: event.position } };
}

import { withClient } from "./steps/database.mjs";

const VISITS = 4_200;
const DAYS = 62;
/** Of each five visits; null is a direct one. */
const SOURCES = ["google.com", "google.com", "instagram", null, "facebook.com"];
const MISSED_WORDS = ["chauffe eau solaire", "robini flexible", "خزان ماء"];
const FOUND_WORDS = ["zellige", "mitigeur", "carrelage 60x60", "spot led"];

/**
 * Inserts the events of visits of the last weeks for the pictures of the figures: fewer on Sundays, more each week, most on phones. Every
 * second visit sees products, every twelfth asks about one, and some of these requests are answered and end with a sale.
 */
export async function insertVisits(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`DELETE FROM "AnalyticsEvent" WHERE "id" LIKE 'guide-%'`);
    await client.query(
      `WITH products AS (
         SELECT array_agg("id" ORDER BY "id") AS ids, array_agg("categoryId" ORDER BY "id") AS categories
         FROM (SELECT "id", "categoryId" FROM "Product" WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL ORDER BY "id" LIMIT 40) p
       ), visits AS (
         SELECT v, date_trunc('day', now()) - (day || ' days')::interval + (28800 + v * 7919 % 43200) * interval '1 second' AS at,
           1 + ((v * 31) % 20) * ((v * 17) % 20) / 11 AS product
         FROM generate_series(1, $1::int) AS v, LATERAL (SELECT floor(($2::int + 1) * (1 - sqrt((v * 613 % $1::int)::float / $1::int)))::int AS day) d
         WHERE extract(dow FROM now() - (day || ' days')::interval) <> 0 OR v % 3 = 0
       ), events AS (
         SELECT v, at, product, 0 AS seconds, 'page_view' AS type, 'home' AS page FROM visits
         UNION ALL SELECT v, at, product, 25, 'page_view', 'catalogue' FROM visits WHERE v % 5 < 4
         UNION ALL SELECT v, at, product, 60, 'product_view', 'product' FROM visits WHERE v % 2 = 0
         UNION ALL SELECT v, at, product + 3, 110, 'product_view', 'product' FROM visits WHERE v % 6 = 0
         UNION ALL SELECT v, at, product, 40, 'search', 'search' FROM visits WHERE v % 9 = 1
         UNION ALL SELECT v, at, product, 150, CASE WHEN v % 48 = 0 THEN 'contact_submit' ELSE 'whatsapp_click' END, 'product' FROM visits WHERE v % 12 = 0
         UNION ALL SELECT v, at, product, 4000, 'lead_replied', NULL FROM visits WHERE v % 12 = 0 AND v % 5 < 4
         UNION ALL SELECT v, at, product, 9000, 'lead_sold', NULL FROM visits WHERE v % 36 = 0
       )
       INSERT INTO "AnalyticsEvent" ("id", "eventType", "createdAt", "visitorHash", "sessionId", "device", "locale", "source", "page", "productId", "categoryId", "metadata", "searchId")
       SELECT 'guide-' || v || '-' || seconds, type, at + seconds * interval '1 second', 'guide' || v, 'guide' || v,
         CASE WHEN v % 4 = 3 THEN 'desktop' WHEN v % 25 = 0 THEN 'tablet' ELSE 'phone' END,
         (CASE WHEN v % 7 < 3 THEN 'AR' ELSE 'FR' END)::"Language", ($3::text[])[1 + v % 5], page,
         CASE WHEN seconds > 40 THEN ids[1 + product % array_length(ids, 1)] END,
         CASE WHEN seconds > 40 THEN categories[1 + product % array_length(ids, 1)] END,
         CASE WHEN type = 'search' AND v % 4 = 1 THEN jsonb_build_object('q', ($4::text[])[1 + v % 3], 'total', 0)
           WHEN type = 'search' THEN jsonb_build_object('q', ($5::text[])[1 + v % 4], 'total', 12) END,
         CASE WHEN type = 'search' THEN 'guide-' || v END
       FROM events, products WHERE at + seconds * interval '1 second' < now()`,
      [VISITS, DAYS, SOURCES, MISSED_WORDS, FOUND_WORDS],
    );
    await client.query(`DELETE FROM "AnalyticsRollupState"`);
  });
}

import "server-only";
import { cached } from "@/lib/cache/cache";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";

const MAX_POPULAR = 6;
/** A text that few visitors typed may be about one of them. */
const MIN_SEARCHES = 5;

/** Lists the texts of the last ninety days that visitors searched most, with results. */
export const listPopularSearches = cached(
  "catalogue",
  "popular-searches",
  async (locale: Locale): Promise<string[]> => {
    const rows = await db.$queryRaw<{ text: string }[]>`
      SELECT (array_agg(e."metadata" ->> 'q' ORDER BY e."createdAt" DESC, e."id"))[1] AS "text"
      FROM "AnalyticsEvent" e
      WHERE e."eventType" = 'search' AND e."locale" = ${locale.toUpperCase()}::"Language"
        AND e."createdAt" > now() - interval '90 days' AND e."metadata" ->> 'q' IS NOT NULL
        AND e."metadata" ->> 'total' <> '0' AND e."metadata" ->> 'isApproximate' IS DISTINCT FROM 'true'
      GROUP BY shop_query_key(e."metadata" ->> 'q') HAVING count(*) >= ${MIN_SEARCHES}
      ORDER BY count(*) DESC, 1 LIMIT ${MAX_POPULAR}`;
    return rows.map(({ text }) => text);
  },
);

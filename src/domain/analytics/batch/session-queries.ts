import "server-only";
import { db } from "@/lib/db";
import type { KnownSearch } from "./search-intents";
import { SESSION_GAP_MS, type Session } from "./sessions";

/** Reads the newest session of each visitor that an event at `from` or later may continue. */
export function listRecentSessions(hashes: readonly string[], from: Date): Promise<Session[]> {
  const since = new Date(from.getTime() - SESSION_GAP_MS);
  return db.$queryRaw<Session[]>`
    SELECT h."hash" AS "visitorHash", e."sessionId", e."createdAt" AS "at", e."source", e."medium", e."campaign"
    FROM unnest(${[...hashes]}::text[]) AS h("hash")
    CROSS JOIN LATERAL (
      SELECT "sessionId", "createdAt", "source", "medium", "campaign" FROM "AnalyticsEvent"
      WHERE "visitorHash" = h."hash" AND "createdAt" >= ${since} AND "sessionId" IS NOT NULL
      ORDER BY "createdAt" DESC, "id" LIMIT 1
    ) e`;
}

/** A visitor may come back to the results of a search after a while. */
const SEARCH_HOURS = 3;

/** Reads the searches of the visitors that an event at `from` or later may continue. */
export function listRecentSearches(hashes: readonly string[], from: Date): Promise<KnownSearch[]> {
  const since = new Date(from.getTime() - SEARCH_HOURS * 3_600_000);
  return db.$queryRaw<KnownSearch[]>`
    SELECT "visitorHash", "searchId", "metadata" ->> 'q' AS "q", "createdAt" AS "at" FROM "AnalyticsEvent"
    WHERE "visitorHash" = ANY(${[...hashes]}::text[]) AND "createdAt" >= ${since}
      AND "eventType" = 'search' AND "searchId" IS NOT NULL AND "metadata" ->> 'q' IS NOT NULL`;
}

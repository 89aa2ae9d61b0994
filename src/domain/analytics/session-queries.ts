import "server-only";
import { db } from "@/lib/db";
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
      ORDER BY "createdAt" DESC LIMIT 1
    ) e`;
}

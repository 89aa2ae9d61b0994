import "server-only";
import { onInvalidation, startCacheEpoch } from "@/lib/cache/epoch";
import { db } from "@/lib/db";
import { log } from "@/lib/log";

export interface Boundaries {
  /** The database's time of this answer; the next call passes it as `since`. */
  now: string;
  /** A publication began or ended, or a scheduled change became due, after `since`. */
  passed: boolean;
  /** Time until the next of these moments; null where none is planned. */
  nextInMs: number | null;
}

/** The longest delay until an edit by another process takes effect. */
const MAX_WAIT_MS = 60_000;
const MIN_WAIT_MS = 10;
const RETRY_MS = 5_000;
/** A page whose query ran just before the boundary may be cached after it, so the cache is dropped again after these delays. */
const SETTLING_MS = [0, 1_000, 10_000];

/**
 * Drops cached pages and reads when the publication of a product begins or ends, or a scheduled change is due, by the database's clock.
 * While the database does not answer, cached pages stay.
 */
export function startPublicationClock(
  readBoundaries: (since: string | null) => Promise<Boundaries> = getBoundaries,
): void {
  let timer: NodeJS.Timeout | undefined;
  let since: string | null = null;
  let isChecking = false;
  let isCheckRequested = false;
  let isDatabaseAway = false;

  /** Returns the milliseconds until the next check. */
  async function checkBoundaries(): Promise<number> {
    try {
      const { now, passed, nextInMs } = await readBoundaries(since);
      since = now;
      isDatabaseAway = false;
      if (passed) for (const delay of SETTLING_MS) setTimeout(startCacheEpoch, delay).unref();
      return Math.max(MIN_WAIT_MS, Math.min(nextInMs ?? MAX_WAIT_MS, MAX_WAIT_MS));
    } catch (error) {
      if (!isDatabaseAway) log.warn({ err: String(error) }, "the next publication date is unknown");
      isDatabaseAway = true;
      return RETRY_MS;
    }
  }

  async function check(): Promise<void> {
    clearTimeout(timer);
    if (isChecking) {
      isCheckRequested = true;
      return;
    }
    isChecking = true;
    isCheckRequested = false;
    const wait = await checkBoundaries();
    isChecking = false;
    timer = setTimeout(check, isCheckRequested ? MIN_WAIT_MS : wait);
    timer.unref();
  }

  onInvalidation(() => void check());
  void check();
}

/** `passed` is false without `since`. */
export async function getBoundaries(since: string | null): Promise<Boundaries> {
  const [row] = await db.$queryRaw<Boundaries[]>`
    WITH "start" AS (SELECT coalesce(${since}::timestamptz, now()) AS at),
    boundary AS (
      SELECT "publishAt" AS at FROM "ListingRow" WHERE "isListed" AND "publishAt" > (SELECT at FROM "start")
      UNION ALL
      SELECT "unpublishAt" FROM "ListingRow" WHERE "isListed" AND "unpublishAt" > (SELECT at FROM "start")
      UNION ALL
      SELECT "scheduledAt" FROM "ProductOperation" WHERE "scheduledAt" > (SELECT at FROM "start")
    )
    SELECT now()::text AS "now", coalesce(bool_or(at <= now()), false) AS "passed",
      ceil(extract(epoch FROM min(at) FILTER (WHERE at > now()) - now()) * 1000)::float8 AS "nextInMs"
    FROM boundary`;
  if (!row) throw new Error("an aggregate answers one row");
  return row;
}

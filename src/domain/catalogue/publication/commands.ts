import "server-only";
import { recordRun } from "@/domain/settings/tx-commands";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import type { PublishRun } from "../products/schema";

const TRASH_RETENTION_DAYS = 60;
const LAST_RUN = "lastPublishRun";

/**
 * Counts the products whose publication began or ended since the last run, and deletes old products of the trash. Every query
 * compares the dates with the clock itself, so a late run only means outdated cached pages.
 */
export async function runPublishing(): Promise<PublishRun> {
  const changed = await countPublicationChanges();
  return { ...changed, purged: await purgeTrash() };
}

async function countPublicationChanges(): Promise<{ shown: number; hidden: number }> {
  return db.$transaction(async (tx) => {
    const since = await recordRun(tx, LAST_RUN);
    const [counts] = await tx.$queryRaw<{ shown: number; hidden: number }[]>`
      SELECT count(*) FILTER (WHERE p."publishAt" > ${since} AND p."publishAt" <= now())::int AS "shown",
        count(*) FILTER (WHERE p."unpublishAt" > ${since} AND p."unpublishAt" <= now())::int AS "hidden"
      FROM "Product" p WHERE p."status" = 'ACTIVE' AND p."deletedAt" IS NULL
        AND (p."publishAt" > ${since} OR p."unpublishAt" > ${since})`;
    return counts ?? { shown: 0, hidden: 0 };
  });
}

/** Writes to the server log: an audit entry needs a member of staff as its actor. */
async function purgeTrash(): Promise<number> {
  const purged = await db.$queryRaw<{ id: string; name: string }[]>`
    DELETE FROM "Product" WHERE "deletedAt" < now() - ${TRASH_RETENTION_DAYS} * interval '1 day' RETURNING "id", "name"`;
  if (purged.length > 0) log.info({ purged }, "products purged from the trash");
  return purged.length;
}

import "server-only";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import type { PublishRun } from "../products/schema";

const KEPT_DAYS = 60;
const LAST_RUN = "lastPublishRun";

/**
 * What time alone changes in the catalogue since this ran last. Every query decides by the clock what customers see, so a
 * late run shows and hides nothing wrongly: it only tells that kept pages are out of date. Also sweeps what has had its time.
 */
export async function runPublishing(): Promise<PublishRun> {
  const changed = await countChanged();
  const purged = await purgeTrash();
  const [keys, presences] = await Promise.all([
    db.$executeRaw`DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - interval '1 day'`,
    db.$executeRaw`DELETE FROM "EditPresence" WHERE "seenAt" < now() - interval '1 hour'`,
  ]);
  return { ...changed, purged, keys, presences };
}

/** Two runs at once wait for each other at the row: the second starts where the first ended. */
async function countChanged(): Promise<{ shown: number; hidden: number }> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (${LAST_RUN}, to_jsonb(now() - interval '1 day'), now())
      ON CONFLICT ("key") DO UPDATE SET "updatedAt" = now()`;
    const [counts] = await tx.$queryRaw<{ shown: number; hidden: number }[]>`
      WITH last AS (SELECT ("value" #>> '{}')::timestamptz AS at FROM "Setting" WHERE "key" = ${LAST_RUN})
      SELECT count(*) FILTER (WHERE p."publishAt" > last.at AND p."publishAt" <= now())::int AS "shown",
        count(*) FILTER (WHERE p."unpublishAt" > last.at AND p."unpublishAt" <= now())::int AS "hidden"
      FROM last LEFT JOIN "Product" p ON p."status" = 'ACTIVE' AND p."deletedAt" IS NULL
        AND (p."publishAt" > last.at OR p."unpublishAt" > last.at)`;
    await tx.$executeRaw`UPDATE "Setting" SET "value" = to_jsonb(now()) WHERE "key" = ${LAST_RUN}`;
    return counts ?? { shown: 0, hidden: 0 };
  });
}

/** No member of staff does this, so it stands in the log and not in the audit. */
async function purgeTrash(): Promise<number> {
  const purged = await db.$queryRaw<{ id: string; name: string }[]>`
    DELETE FROM "Product" WHERE "deletedAt" < now() - ${KEPT_DAYS} * interval '1 day' RETURNING "id", "name"`;
  if (purged.length > 0) log.info({ purged }, "products purged from the trash");
  return purged.length;
}

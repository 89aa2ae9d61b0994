import "server-only";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type RateLimitStore, toKey } from "./store";

interface Counter {
  count: number;
  secondsLeft: number;
}

/** Counts in PostgreSQL and on its clock, so that limits hold across processes and restarts. The first request starts the window. */
export const databaseStore: RateLimitStore = {
  async count(window, client) {
    const key = toKey(window, client);
    const [counter] = await db.$queryRaw<Counter[]>`
      INSERT INTO "RateLimit" AS r ("key", "windowStart", "count") VALUES (${key}, now(), 1)
      ON CONFLICT ("key") DO UPDATE SET ("windowStart", "count") = (
        SELECT CASE WHEN ended THEN now() ELSE r."windowStart" END, CASE WHEN ended THEN 1 ELSE r."count" + 1 END
        FROM (VALUES (r."windowStart" <= now() - ${window.seconds}::int * interval '1 second')) AS past(ended))
      RETURNING "count", ceil(${window.seconds}::int - extract(epoch FROM now() - "windowStart"))::int AS "secondsLeft"`;
    if (!counter) throw new AppError("INTERNAL_SERVER_ERROR");
    if (counter.count === 1 && Math.random() < 0.01) await deleteOldWindows();
    return {
      allowed: counter.count <= window.requests,
      retryAfterSeconds: Math.max(1, counter.secondsLeft),
    };
  },
  async refund(window, client) {
    await db.$executeRaw`
      UPDATE "RateLimit" SET "count" = greatest("count" - 1, 0)
      WHERE "key" = ${toKey(window, client)}
        AND "windowStart" > now() - ${window.seconds}::int * interval '1 second'`;
  },
  async reset(window, client) {
    await db.$executeRaw`DELETE FROM "RateLimit" WHERE "key" = ${toKey(window, client)}`;
  },
};

async function deleteOldWindows(): Promise<void> {
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "windowStart" < now() - interval '1 day'`;
}

import "server-only";
import type { Transaction } from "@/lib/db";

/**
 * Stores the present time as the last run of a job and returns the previous one, a day ago for the first run. Holds the row until
 * the transaction ends, so that of two simultaneous runs the second starts where the first ended.
 */
export async function recordRun(tx: Transaction, key: string): Promise<Date> {
  await tx.$executeRaw`
    INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (${key}, to_jsonb(now() - interval '1 day'), now())
    ON CONFLICT ("key") DO UPDATE SET "updatedAt" = now()`;
  const [previous] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT ("value" #>> '{}')::timestamptz AS "at" FROM "Setting" WHERE "key" = ${key}`;
  await tx.$executeRaw`UPDATE "Setting" SET "value" = to_jsonb(now()) WHERE "key" = ${key}`;
  if (!previous) throw new Error(`the setting ${key} was inserted by this transaction`);
  return previous.at;
}

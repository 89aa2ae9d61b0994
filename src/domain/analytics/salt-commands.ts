import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { startOfShopDay, toShopDay } from "@/lib/format/shop-day";
import type { Client } from "./client";

const SALT_DAYS = 2;

/** The salts of the days that this process needs, by day; a promise, so that parallel requests read it once. */
const salts = new Map<string, Promise<string>>();

/**
 * Identifies the client for one day of the shop. The salt is random, the same for all processes, and deleted after two days: from then
 * on no hash can be computed again, so visits of two days cannot be connected.
 */
export async function hashClient({ address, userAgent }: Client, at: Date): Promise<string> {
  const salt = await getSalt(toShopDay(at));
  return createHmac("sha256", salt)
    .update(`${address}\n${userAgent}`)
    .digest("base64url")
    .slice(0, 22);
}

function getSalt(day: string): Promise<string> {
  const known = salts.get(day);
  if (known !== undefined) return known;
  const salt = readSalt(day);
  salts.set(day, salt);
  salt.catch(() => salts.delete(day));
  for (const other of salts.keys()) if (salts.size > SALT_DAYS && other < day) salts.delete(other);
  return salt;
}

async function readSalt(day: string): Promise<string> {
  const fresh = randomBytes(32).toString("base64url");
  const rows = await db.$queryRaw<{ salt: string }[]>`
    INSERT INTO "AnalyticsSalt" ("day", "salt") VALUES (${day}::date, ${fresh})
    ON CONFLICT ("day") DO UPDATE SET "salt" = "AnalyticsSalt"."salt" RETURNING "salt"`;
  return rows[0]?.salt ?? fresh;
}

export async function deleteOldSalts(now = new Date()): Promise<{ deleted: number }> {
  // An event of yesterday may still arrive today.
  const last = startOfShopDay(toShopDay(now), -SALT_DAYS);
  const { count } = await db.analyticsSalt.deleteMany({ where: { day: { lte: last } } });
  return { deleted: count };
}

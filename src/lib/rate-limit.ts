import "server-only";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { db } from "./db";
import { env } from "./env";
import { AppError } from "./errors";

export interface RateLimit {
  /** Routes that share a name share a budget. */
  name: string;
  requests: number;
  seconds: number;
}

/** Counts one request of a client; throws RATE_LIMITED with the seconds left when its window is used up. */
export async function enforceRateLimit(limit: RateLimit, client: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await count(limit, client);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

/** Counts as `enforceRateLimit` does; false instead of an error once the window is used up. */
export async function consumeRateLimit(limit: RateLimit, client: string): Promise<boolean> {
  const { allowed } = await count(limit, client);
  return allowed;
}

/** Takes a counted request back: a sign-in that succeeded was no attempt at guessing. */
export async function refundRateLimit(limit: RateLimit, client: string): Promise<void> {
  if (redis) {
    await limiterOf(redis, limit).limit(client, { rate: -1 });
    return;
  }
  await db.$executeRaw`
    UPDATE "RateLimit" SET "count" = greatest("count" - 1, 0)
    WHERE "key" = ${keyOf(limit, client)}
      AND "windowStart" > now() - ${limit.seconds}::int * interval '1 second'`;
}

/** Forgets what was counted of a client. */
export async function resetRateLimit(limit: RateLimit, client: string): Promise<void> {
  if (redis) {
    await limiterOf(redis, limit).resetUsedTokens(client);
    return;
  }
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "key" = ${keyOf(limit, client)}`;
}

const redis =
  env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN
    ? new Redis({ url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN })
    : undefined;

const limiters = new Map<string, Ratelimit>();

function limiterOf(store: Redis, limit: RateLimit): Ratelimit {
  const known = limiters.get(limit.name);
  if (known) return known;
  const limiter = new Ratelimit({
    redis: store,
    limiter: Ratelimit.fixedWindow(limit.requests, `${limit.seconds} s`),
    prefix: `shop:${limit.name}`,
    // A refused client remembered in memory could not be refunded.
    ephemeralCache: false,
  });
  limiters.set(limit.name, limiter);
  return limiter;
}

function keyOf(limit: RateLimit, client: string): string {
  return `${limit.name}:${client}`;
}

function count(limit: RateLimit, client: string) {
  return redis ? countInRedis(redis, limit, client) : countInPostgres(limit, client);
}

async function countInRedis(store: Redis, limit: RateLimit, client: string) {
  const { success, reset } = await limiterOf(store, limit).limit(client);
  return {
    allowed: success,
    retryAfterSeconds: Math.max(1, Math.ceil((reset - Date.now()) / 1000)),
  };
}

interface Window {
  count: number;
  secondsLeft: number;
}

/**
 * One atomic upsert on database time, so that limits hold across processes and restarts. A client's window begins with its first
 * request.
 */
async function countInPostgres(limit: RateLimit, client: string) {
  const key = keyOf(limit, client);
  const [window] = await db.$queryRaw<Window[]>`
    INSERT INTO "RateLimit" AS r ("key", "windowStart", "count") VALUES (${key}, now(), 1)
    ON CONFLICT ("key") DO UPDATE SET ("windowStart", "count") = (
      SELECT CASE WHEN ended THEN now() ELSE r."windowStart" END, CASE WHEN ended THEN 1 ELSE r."count" + 1 END
      FROM (VALUES (r."windowStart" <= now() - ${limit.seconds}::int * interval '1 second')) AS past(ended))
    RETURNING "count", ceil(${limit.seconds}::int - extract(epoch FROM now() - "windowStart"))::int AS "secondsLeft"`;
  if (!window) throw new AppError("INTERNAL_SERVER_ERROR");
  if (window.count === 1 && Math.random() < 0.01) await forgetOldWindows();
  return {
    allowed: window.count <= limit.requests,
    retryAfterSeconds: Math.max(1, window.secondsLeft),
  };
}

async function forgetOldWindows(): Promise<void> {
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "windowStart" < now() - interval '1 day'`;
}

import "server-only";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { db } from "./db";
import { env } from "./env";
import { AppError } from "./errors";

export interface RateLimit {
  /** Routes with the same name share a counter. */
  name: string;
  requests: number;
  seconds: number;
}

/** Counts one request of a client. @throws RATE_LIMITED, with the seconds until the window ends, above the limit */
export async function enforceRateLimit(limit: RateLimit, client: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await count(limit, client);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

/** Counts one request of a client. Returns false above the limit. */
export async function consumeRateLimit(limit: RateLimit, client: string): Promise<boolean> {
  const { allowed } = await count(limit, client);
  return allowed;
}

/** Subtracts a counted request, for example after a successful sign-in. */
export async function refundRateLimit(limit: RateLimit, client: string): Promise<void> {
  if (redis) {
    await getLimiter(redis, limit).limit(client, { rate: -1 });
    return;
  }
  await db.$executeRaw`
    UPDATE "RateLimit" SET "count" = greatest("count" - 1, 0)
    WHERE "key" = ${toKey(limit, client)}
      AND "windowStart" > now() - ${limit.seconds}::int * interval '1 second'`;
}

export async function resetRateLimit(limit: RateLimit, client: string): Promise<void> {
  if (redis) {
    await getLimiter(redis, limit).resetUsedTokens(client);
    return;
  }
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "key" = ${toKey(limit, client)}`;
}

const redis =
  env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN
    ? new Redis({ url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN })
    : undefined;

const limiters = new Map<string, Ratelimit>();

function getLimiter(store: Redis, limit: RateLimit): Ratelimit {
  const existing = limiters.get(limit.name);
  if (existing) return existing;
  const limiter = new Ratelimit({
    redis: store,
    limiter: Ratelimit.fixedWindow(limit.requests, `${limit.seconds} s`),
    prefix: `shop:${limit.name}`,
    // The in-memory cache would keep blocking a client whose requests were refunded.
    ephemeralCache: false,
  });
  limiters.set(limit.name, limiter);
  return limiter;
}

function toKey(limit: RateLimit, client: string): string {
  return `${limit.name}:${client}`;
}

function count(limit: RateLimit, client: string) {
  return redis ? countInRedis(redis, limit, client) : countInPostgres(limit, client);
}

async function countInRedis(store: Redis, limit: RateLimit, client: string) {
  const { success, reset } = await getLimiter(store, limit).limit(client);
  return {
    allowed: success,
    retryAfterSeconds: Math.max(1, Math.ceil((reset - Date.now()) / 1000)),
  };
}

interface Window {
  count: number;
  secondsLeft: number;
}

/** One atomic upsert on database time, so that limits hold across processes and restarts. The first request starts the window. */
async function countInPostgres(limit: RateLimit, client: string) {
  const key = toKey(limit, client);
  const [window] = await db.$queryRaw<Window[]>`
    INSERT INTO "RateLimit" AS r ("key", "windowStart", "count") VALUES (${key}, now(), 1)
    ON CONFLICT ("key") DO UPDATE SET ("windowStart", "count") = (
      SELECT CASE WHEN ended THEN now() ELSE r."windowStart" END, CASE WHEN ended THEN 1 ELSE r."count" + 1 END
      FROM (VALUES (r."windowStart" <= now() - ${limit.seconds}::int * interval '1 second')) AS past(ended))
    RETURNING "count", ceil(${limit.seconds}::int - extract(epoch FROM now() - "windowStart"))::int AS "secondsLeft"`;
  if (!window) throw new AppError("INTERNAL_SERVER_ERROR");
  if (window.count === 1 && Math.random() < 0.01) await deleteOldWindows();
  return {
    allowed: window.count <= limit.requests,
    retryAfterSeconds: Math.max(1, window.secondsLeft),
  };
}

async function deleteOldWindows(): Promise<void> {
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "windowStart" < now() - interval '1 day'`;
}

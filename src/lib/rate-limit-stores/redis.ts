import "server-only";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { env } from "@/lib/env";
import type { RateLimitStore, RequestWindow } from "./store";

/** Counts in Upstash Redis. Null where it is not configured. */
export const redisStore: RateLimitStore | null = createStore();

function createStore(): RateLimitStore | null {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (!url || !token) return null;
  const redis = new Redis({ url, token });
  const limiters = new Map<string, Ratelimit>();
  const getLimiter = (window: RequestWindow) => {
    const limiter = limiters.get(window.name) ?? createLimiter(redis, window);
    limiters.set(window.name, limiter);
    return limiter;
  };
  return {
    async count(window, client) {
      const { success, reset } = await getLimiter(window).limit(client);
      const secondsLeft = Math.ceil((reset - Date.now()) / 1000);
      return { allowed: success, retryAfterSeconds: Math.max(1, secondsLeft) };
    },
    async refund(window, client) {
      await getLimiter(window).limit(client, { rate: -1 });
    },
    async reset(window, client) {
      await getLimiter(window).resetUsedTokens(client);
    },
  };
}

function createLimiter(redis: Redis, { name, requests, seconds }: RequestWindow): Ratelimit {
  return new Ratelimit({
    redis,
    limiter: Ratelimit.fixedWindow(requests, `${seconds} s`),
    prefix: `shop:${name}`,
    // The in-memory cache would keep blocking a client whose requests were refunded.
    ephemeralCache: false,
  });
}

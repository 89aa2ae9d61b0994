import "server-only";
import { AppError } from "./errors";
import { databaseStore } from "./rate-limit-stores/database";
import { memoryStore } from "./rate-limit-stores/memory";
import { redisStore } from "./rate-limit-stores/redis";
import type { RateLimitStore, RequestWindow } from "./rate-limit-stores/store";

/** Routes with the same name share a counter. */
export interface RateLimit extends RequestWindow {
  /**
   * Where requests are counted without Redis. `memory`: in this process, for reads, which write nothing to the database.
   * `database`: for what guards a write, a mail or a sign-in.
   */
  store: "memory" | "database";
}

const STORES: Record<RateLimit["store"], RateLimitStore> = {
  memory: redisStore ?? memoryStore,
  database: redisStore ?? databaseStore,
};

/** Counts one request of a client. @throws RATE_LIMITED, with the seconds until the window ends, above the limit */
export async function enforceRateLimit(limit: RateLimit, client: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await STORES[limit.store].count(limit, client);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

/** Counts one request of a client. Returns false above the limit. */
export async function consumeRateLimit(limit: RateLimit, client: string): Promise<boolean> {
  const { allowed } = await STORES[limit.store].count(limit, client);
  return allowed;
}

/** Subtracts a counted request, for example after a successful sign-in. */
export function refundRateLimit(limit: RateLimit, client: string): Promise<void> {
  return STORES[limit.store].refund(limit, client);
}

export function resetRateLimit(limit: RateLimit, client: string): Promise<void> {
  return STORES[limit.store].reset(limit, client);
}

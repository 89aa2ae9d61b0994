import { LRUCache } from "lru-cache";
import { type RateLimitStore, toKey } from "./store";

/** Far above every limit: other clients would have to send this many requests to displace the counter of one. */
const MAX_COUNTERS = 50_000;

type Counters = LRUCache<string, { requests: number }>;

/** On globalThis, because routes and the HTTP front are separate bundles. */
const shared = globalThis as { shopRateLimitCounters?: Counters };

function getCounters(): Counters {
  shared.shopRateLimitCounters ??= new LRUCache({ max: MAX_COUNTERS, ttlResolution: 0 });
  return shared.shopRateLimitCounters;
}

/** Counts in this process. The least recently used counters are displaced first. */
export const memoryStore: RateLimitStore = {
  async count(window, client) {
    const counters = getCounters();
    const key = toKey(window, client);
    const counter = counters.get(key);
    const requests = (counter?.requests ?? 0) + 1;
    if (counter) counter.requests = requests;
    else counters.set(key, { requests }, { ttl: window.seconds * 1000 });
    const secondsLeft = Math.ceil(counters.getRemainingTTL(key) / 1000);
    return {
      allowed: requests <= window.requests,
      retryAfterSeconds: Math.max(1, secondsLeft),
    };
  },
  async refund(window, client) {
    const counter = getCounters().get(toKey(window, client));
    if (counter) counter.requests = Math.max(0, counter.requests - 1);
  },
  async reset(window, client) {
    getCounters().delete(toKey(window, client));
  },
};

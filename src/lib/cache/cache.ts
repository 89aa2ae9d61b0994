import "server-only";
import { revalidateTag, unstable_cache } from "next/cache";
import { AppError } from "@/lib/errors";
import { notifyInvalidation } from "./epoch";
import { clearResponseCache } from "./response-cache";

/** Seconds until a cached read expires without an invalidation. */
const LIFETIMES = { catalogue: 300, settings: 300, experiments: 300 } as const;

export type CacheTag = keyof typeof LIFETIMES;

const MISSES = ["NOT_FOUND", "GONE"] as const;

type CachedResult<T> = { value: T } | { missing: (typeof MISSES)[number] };

/**
 * Caches the result of `read` until its tag is invalidated. The result must be plain JSON; each combination of arguments is one entry.
 * NOT_FOUND and GONE are cached as a miss and thrown again, because Next keeps the previous entry when a read throws.
 */
export function cached<A extends (string | number | boolean)[], T>(
  tag: CacheTag,
  key: string,
  read: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  const readCached = unstable_cache(
    async (...args: A): Promise<CachedResult<T>> => {
      try {
        return { value: await read(...args) };
      } catch (error) {
        const missing = error instanceof AppError && MISSES.find((code) => code === error.code);
        if (!missing) throw error;
        return { missing };
      }
    },
    [tag, key],
    { tags: [tag], revalidate: LIFETIMES[tag] },
  );
  return async (...args) => {
    const result = await readCached(...args);
    if ("missing" in result) throw new AppError(result.missing);
    return result.value;
  };
}

/** Expires the tags at once: the next read gets the new state, never a stale one. */
export function invalidate(tags: readonly CacheTag[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
  if (tags.length === 0) return;
  clearResponseCache();
  notifyInvalidation();
}

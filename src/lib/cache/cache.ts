import "server-only";
import { revalidateTag, unstable_cache } from "next/cache";
import { AppError } from "@/lib/errors";
import { notifyInvalidation } from "./epoch";
import { clearResponseCache } from "./response-cache";

/** Seconds for which a cached read of a room may be stale when nobody invalidates it. */
const LIFETIMES = { catalogue: 300, settings: 300 } as const;

export type CacheTag = keyof typeof LIFETIMES;

const MISSES = ["NOT_FOUND", "GONE"] as const;

type Kept<T> = { value: T } | { missing: (typeof MISSES)[number] };

/**
 * Caches what `read` answers until the room changes. What it answers must be plain JSON, its arguments few: each combination is an
 * entry. A read that throws NOT_FOUND or GONE replaces its entry by that miss: Next keeps the old entry when a read throws.
 */
export function cached<A extends (string | number | boolean)[], T>(
  tag: CacheTag,
  key: string,
  read: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  const readCached = unstable_cache(
    async (...args: A): Promise<Kept<T>> => {
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
    const kept = await readCached(...args);
    if ("missing" in kept) throw new AppError(kept.missing);
    return kept.value;
  };
}

/** After a change: the next reader of the room gets the new state, not a stale one. */
export function invalidate(tags: readonly CacheTag[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
  if (tags.length === 0) return;
  clearResponseCache();
  notifyInvalidation();
}

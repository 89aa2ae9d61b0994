import "server-only";
import { revalidateTag, unstable_cache } from "next/cache";
import { forgetKeptPages } from "./http/kept-pages";

/** Seconds for which a cached read of a room may be stale when nobody invalidates it. */
const LIFETIMES = { catalogue: 300, settings: 300 } as const;

export type CacheTag = keyof typeof LIFETIMES;

/**
 * Keeps what `read` answers until the room changes. What it answers must be plain JSON, its arguments few:
 * each combination is an entry. Throw instead of answering null, so that strangers cannot fill the cache with misses.
 */
export function cached<A extends (string | number | boolean)[], T>(
  tag: CacheTag,
  key: string,
  read: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  return unstable_cache(read, [key], { tags: [tag], revalidate: LIFETIMES[tag] });
}

/** After a change: the next reader of the room gets the new state, not a stale one. */
export function invalidate(tags: readonly CacheTag[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
  if (tags.length > 0) forgetKeptPages();
}

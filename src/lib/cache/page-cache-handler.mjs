import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const {
  default: FileSystemCache,
} = require("next/dist/server/lib/incremental-cache/file-system-cache.js");

const startedAt = Date.now() - process.uptime() * 1000;

/**
 * Next's own cache for pages and cached reads, except that
 * - entries stored before this process began are not used: what staff changed since the build is remembered in memory only,
 *   so after a restart a page of the build could show a price of last week;
 * - entries stored before the cache epoch (`cache-epoch.ts`) are not used: a product was shown or hidden by its dates since;
 * - "not found" replaces a cached read but never becomes a new entry, so that guessed addresses do not fill the memory.
 */
export default class PageCacheHandler extends FileSystemCache {
  async get(key, context) {
    const entry = await super.get(key, context);
    const oldest = Math.max(startedAt, globalThis.shopCacheEpoch ?? 0);
    return entry && entry.lastModified < oldest ? null : entry;
  }

  async set(key, data, context) {
    if (isMiss(data) && !(await super.get(key, { kind: "FETCH", tags: context.tags }))) return;
    await super.set(key, data, context);
  }
}

/** How `cached` of `cache.ts` stores a read that found nothing. */
function isMiss(data) {
  return data?.kind === "FETCH" && String(data.data?.body).startsWith('{"missing":');
}

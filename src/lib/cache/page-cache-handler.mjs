import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const {
  default: FileSystemCache,
} = require("next/dist/server/lib/incremental-cache/file-system-cache.js");

const startedAt = Date.now() - process.uptime() * 1000;

/**
 * Next's file system cache for pages and cached reads, with four differences:
 * - It ignores entries stored before the process started. Invalidations are held in memory only, so after a restart a page of the
 *   build could show an outdated price.
 * - It ignores entries stored before the cache epoch (`epoch.ts`), which starts when a publication date passes.
 * - It stores nothing for a request that began before the last invalidation: what the request has read may be older than the change.
 * - A "not found" result replaces a cached read but creates no new entry, so that guessed addresses do not fill the memory.
 */
export default class PageCacheHandler extends FileSystemCache {
  /** Next creates a handler for each request. */
  #createdAt = Date.now();

  async get(key, context) {
    const entry = await super.get(key, context);
    const oldest = Math.max(startedAt, globalThis.shopCacheEpoch ?? 0);
    return entry && entry.lastModified < oldest ? null : entry;
  }

  async set(key, data, context) {
    if (this.#createdAt <= (globalThis.shopInvalidatedAt ?? 0)) return;
    if (isMiss(data) && !(await super.get(key, { kind: "FETCH", tags: context.tags }))) return;
    await super.set(key, data, context);
  }
}

/** The format in which `cached` of `cache.ts` stores NOT_FOUND and GONE. */
function isMiss(data) {
  return data?.kind === "FETCH" && String(data.data?.body).startsWith('{"missing":');
}

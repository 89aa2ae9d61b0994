import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const {
  default: FileSystemCache,
} = require("next/dist/server/lib/incremental-cache/file-system-cache.js");

const startedAt = Date.now() - process.uptime() * 1000;

/**
 * Next's own cache, but for pages that were rendered before this process began: what staff changed since the build is
 * remembered in memory only, so after a restart such a page could show a price of last week. It is rendered anew once.
 */
export default class PageCacheHandler extends FileSystemCache {
  async get(key, context) {
    const entry = await super.get(key, context);
    return entry && entry.lastModified < startedAt ? null : entry;
  }
}

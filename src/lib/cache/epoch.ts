import { clearResponseCache } from "./response-cache";

/** On globalThis, because routes, instrumentation and the page cache handler are separate bundles. */
const shared = globalThis as {
  /** In milliseconds. `page-cache-handler.mjs` ignores entries stored before this time. */
  shopCacheEpoch?: number;
  /** In milliseconds. `page-cache-handler.mjs` does not store what a request that began before this time has read. */
  shopInvalidatedAt?: number;
  shopOnInvalidation?: () => void;
};

/** Expires every cached page and read. Works outside of a request, unlike `revalidateTag`. */
export function startCacheEpoch(): void {
  shared.shopCacheEpoch = Date.now();
  shared.shopInvalidatedAt = Date.now();
  clearResponseCache();
}

export function onInvalidation(listener: () => void): void {
  shared.shopOnInvalidation = listener;
}

export function notifyInvalidation(): void {
  shared.shopInvalidatedAt = Date.now();
  shared.shopOnInvalidation?.();
}

/** When a tag was invalidated last, in milliseconds. */
export function getInvalidatedAt(): number {
  return shared.shopInvalidatedAt ?? 0;
}

import { clearResponseCache } from "./response-cache";

/** On globalThis, because routes, instrumentation and the page cache handler are separate bundles. */
const shared = globalThis as {
  /** In milliseconds. `page-cache-handler.mjs` ignores entries stored before this time. */
  shopCacheEpoch?: number;
  shopOnInvalidation?: () => void;
};

/** Expires every cached page and read. Works outside of a request, unlike `revalidateTag`. */
export function startCacheEpoch(): void {
  shared.shopCacheEpoch = Date.now();
  clearResponseCache();
}

export function onInvalidation(listener: () => void): void {
  shared.shopOnInvalidation = listener;
}

export function notifyInvalidation(): void {
  shared.shopOnInvalidation?.();
}

import { clearResponseCache } from "./response-cache";

/** One per process: routes, instrumentation and the page cache handler are bundled apart. */
const shared = globalThis as {
  /** Pages and cached reads stored before this moment are not used any more; `page-cache-handler.mjs` reads it. */
  shopCacheEpoch?: number;
  shopOnInvalidation?: () => void;
};

/** From now on every cached page and read is made anew when it is next asked for. Needs no request, unlike `revalidateTag`. */
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

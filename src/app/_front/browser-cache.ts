import { VARIANTS_COOKIE } from "@/lib/cache/variants-cookie";

/** Files whose URL changes with their content: the only responses that browsers may reuse without revalidation. */
const IMMUTABLE_PATH = /^\/(?:_next\/static|media|fonts)\//;

/**
 * Returns the Cache-Control value that replaces `current`. Next sets `stale-while-revalidate`, which browsers follow too, and nothing
 * on permanent redirects, which browsers then cache without limit. Both would hide changes that staff make. A page that a cookie chose is
 * for one browser only.
 */
export function browserCacheControl(
  url: string,
  current: string | undefined,
  cookies = "",
): string {
  if (current?.includes("no-store")) return current;
  if (current?.includes("immutable") && IMMUTABLE_PATH.test(url)) return current;
  return cookies.includes(VARIANTS_COOKIE) ? "private, no-cache" : "no-cache";
}

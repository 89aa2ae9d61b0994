/** Files whose URL changes with their content: the only responses that browsers may reuse without revalidation. */
const IMMUTABLE_PATH = /^\/(?:_next\/static|media|fonts)\//;

/**
 * Returns the Cache-Control value that replaces `current`. Next sets `stale-while-revalidate`, which browsers follow too, and nothing
 * on permanent redirects, which browsers then cache without limit. Both would hide changes that staff make.
 */
export function browserCacheControl(url: string, current: string | undefined): string {
  if (current?.includes("no-store")) return current;
  if (current?.includes("immutable") && IMMUTABLE_PATH.test(url)) return current;
  return "no-cache";
}

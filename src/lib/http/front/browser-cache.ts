/** Files whose address changes with their content: the only answers that a browser may keep unasked. */
const NAMED_BY_CONTENT = /^\/(?:_next\/static|media|fonts)\//;

/**
 * The Cache-Control that a browser gets instead of `current`. Next writes lifetimes for a shared cache (`s-maxage`,
 * `stale-while-revalidate`) that browsers follow too, and none on redirects, which browsers then keep for good: staff may
 * change what stands behind any of these addresses.
 */
export function browserCacheControl(url: string, current: string | undefined): string {
  if (current?.includes("no-store")) return current;
  if (current?.includes("immutable") && NAMED_BY_CONTENT.test(url)) return current;
  return "no-cache";
}

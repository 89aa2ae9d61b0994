/** Addresses that lead on when their product or category is renamed. */
const MAY_HAVE_MOVED =
  /^(?:(?:\/ar)?\/(?:produit|catalogue)\/[^/?]+|\/api\/public\/products\/[^/?]+)(?=\?)/;

/**
 * `location` with the query of the address that was asked for: a cached redirect knows none. What `location` says itself
 * goes before.
 */
export function withQuery(url: string, location: string): string {
  if (!MAY_HAVE_MOVED.test(url) || !location.startsWith("/")) return location;
  const [path = "", own = ""] = location.split("?");
  const merged = new URLSearchParams(own);
  const names = new Set(merged.keys());
  for (const [name, value] of new URLSearchParams(url.slice(url.indexOf("?")))) {
    if (!names.has(name)) merged.append(name, value);
  }
  const query = merged.toString();
  return query ? `${path}?${query}` : path;
}

/** Pages that redirect after their product or category got another slug, requested with a query. */
const REDIRECTABLE_URL =
  /^(?:(?:\/ar)?\/(?:produit|catalogue)\/[^/?]+|\/api\/public\/products\/[^/?]+)(?=\?)/;

/** Adds the query of the requested URL to `location`, since a cached redirect has none. Parameters of `location` take precedence. */
export function withQuery(url: string, location: string): string {
  if (!REDIRECTABLE_URL.test(url) || !location.startsWith("/")) return location;
  const [path = "", locationQuery = ""] = location.split("?");
  const merged = new URLSearchParams(locationQuery);
  const names = new Set(merged.keys());
  for (const [name, value] of new URLSearchParams(url.slice(url.indexOf("?")))) {
    if (!names.has(name)) merged.append(name, value);
  }
  const query = merged.toString();
  return query ? `${path}?${query}` : path;
}

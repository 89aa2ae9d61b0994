import { DYNAMIC_TWINS } from "../(shop)/dynamic-twins";

const ALWAYS_RENDERED =
  /^\/(?:sitemap\.xml|sitemaps\/.+|recherche|newsletter\/.+|apercu\/.+|catalogue\/[^/]+\/filtres|contact\/formulaire)$/;

const TWINS = DYNAMIC_TWINS.map(({ source, query }) => ({
  address: new RegExp(`^${source.replace(/:\w+/g, "[^/]+")}$`),
  query,
}));

/** Whether a storefront URL is rendered per request instead of cached. */
export function isRenderedPerRequest(url: string): boolean {
  const [address = "", query = ""] = url.split("?");
  const path = address.replace(/^\/ar(?=\/)/, "").replace(/(?<=.)\/+$/, "");
  if (ALWAYS_RENDERED.test(path)) return true;
  const twin = TWINS.find((candidate) => candidate.address.test(path));
  if (!twin) return false;
  const parameters = new URLSearchParams(query);
  return twin.query.some((name) => parameters.has(name));
}

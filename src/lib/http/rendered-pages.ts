/** A category page that carries one of these is rendered for that request; without them it comes from the cache. */
export const FILTER_PARAMETERS = [
  ...["page", "sort", "minPrice", "maxPrice", "inStock", "option", "featured", "new"],
];

/** A contact page that carries one of these is made for that request: a product asked about, a form that came back, a message sent. */
export const CONTACT_PARAMETERS = ["produit", "envoye", "erreur"];

const ALWAYS_RENDERED =
  /^\/(?:recherche|newsletter\/.+|apercu\/.+|catalogue\/[^/]+\/filtres|contact\/formulaire)$/;

/** Whether this address of the shop is rendered anew for each request instead of coming from the cache. */
export function isRenderedPerRequest(url: string): boolean {
  const [address = "", query = ""] = url.split("?");
  const path = address.replace(/^\/ar(?=\/)/, "").replace(/(?<=.)\/+$/, "");
  if (ALWAYS_RENDERED.test(path)) return true;
  const carriesOneOf = (names: string[]) => {
    const parameters = new URLSearchParams(query);
    return names.some((name) => parameters.has(name));
  };
  if (/^\/catalogue\/[^/]+$/.test(path)) return carriesOneOf(FILTER_PARAMETERS);
  return path === "/contact" && carriesOneOf(CONTACT_PARAMETERS);
}

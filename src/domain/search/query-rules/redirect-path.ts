import { appUrl } from "@/lib/env";

/** A search that leads to a search could lead in a circle; the others are no pages of the shop. */
const REFUSED = /^\/(?:recherche|admin|api|apercu|media|n|w|_next)(?:\/|$)/;

/**
 * Returns the path of a page of the shop without its language, from a typed path or an address that was copied from the shop.
 * Null for anything else, above all for the address of another host.
 */
export function parseRedirectPath(typed: string): string | null {
  const origin = new URL(appUrl).origin;
  if (!typed.startsWith("/") && !typed.startsWith(`${origin}/`)) return null;
  // The parser reads "/\host" and "/<tab>/host" as browsers do: as another host.
  const url = URL.canParse(typed, origin) ? new URL(typed, origin) : null;
  if (url?.origin !== origin) return null;
  const path = withoutLanguage(`${url.pathname}${url.search}${url.hash}`);
  const decoded = withoutLanguage(decode(url.pathname));
  return [path, decoded].some((text) => text.startsWith("//")) || REFUSED.test(decoded)
    ? null
    : path;
}

function withoutLanguage(path: string): string {
  const rest = path.replace(/^\/(?:fr|ar)(?=\/|\?|#|$)/, "");
  return rest.startsWith("/") ? rest : `/${rest}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

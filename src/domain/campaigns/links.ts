export const LINK_EXAMPLES = {
  web: "Écrivez une adresse comme https://exemple.ma ou /catalogue.",
  contact:
    "Écrivez une adresse comme https://exemple.ma, /catalogue, tel:+212524000000 ou mailto:nom@exemple.ma.",
};

/** Whether a link is a web URL or a path of the shop. */
export function isMailLink(href: string): boolean {
  return toAbsoluteUrl(href, "https://shop.example") !== null;
}

/** Whether a link opens a phone call or a mail: `tel:+212…`, `mailto:…`. */
export function isContactLink(href: string): boolean {
  return (
    /^tel:\+?[\d\s().-]{4,30}$/i.test(href) || /^mailto:[^\s@?]+@[^\s@?]+(\?\S*)?$/i.test(href)
  );
}

/** Removes blanks and punctuation from a `tel:` link, which mail programs require. */
export function toContactHref(link: string): string {
  return /^tel:/i.test(link) ? link.replace(/[\s().-]/g, "") : link;
}

/** Returns the absolute URL of a web link or a path of the shop; null for other links and for URLs with credentials. */
export function toAbsoluteUrl(href: string, shop: string): string | null {
  const isPath = /^\/(?![/\\])/.test(href);
  const address = isPath ? `${shop}${href}` : href;
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, href: whole } = new URL(address);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" ? whole : null;
}

export const LINK_EXAMPLES = {
  web: "Écrivez une adresse comme https://exemple.ma ou /catalogue.",
  contact:
    "Écrivez une adresse comme https://exemple.ma, /catalogue, tel:+212524000000 ou mailto:nom@exemple.ma.",
};

/** An address that a link of a mail may have: of the web, or a path of our own. */
export function isMailLink(href: string): boolean {
  return toAbsoluteUrl(href, "https://shop.example") !== null;
}

/** An address that opens the telephone or the mail program: `tel:+212…`, `mailto:…`. */
export function isContactLink(href: string): boolean {
  return (
    /^tel:\+?[\d\s().-]{4,30}$/i.test(href) || /^mailto:[^\s@?]+@[^\s@?]+(\?\S*)?$/i.test(href)
  );
}

/** As mail programs need it: a telephone number without blanks and signs. */
export function toContactHref(link: string): string {
  return /^tel:/i.test(link) ? link.replace(/[\s().-]/g, "") : link;
}

/** The whole address of a link, or null for what is none. Whoever carries a name or password in it is refused. */
export function toAbsoluteUrl(href: string, shop: string): string | null {
  const isPath = /^\/(?![/\\])/.test(href);
  const address = isPath ? `${shop}${href}` : href;
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, href: whole } = new URL(address);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" ? whole : null;
}

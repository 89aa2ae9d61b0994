import type { Locale } from "@/lib/i18n/locale";

/** The page of a link to WhatsApp. `site` is the header and the footer, which are the same on each page: the Referer says which. */
export const CLICK_PAGES = [
  "site",
  "home",
  "catalogue",
  "category",
  "product",
  "search",
  "contact",
  "faq",
  "other",
] as const;
type ClickPage = (typeof CLICK_PAGES)[number];

interface ClickLink {
  page: ClickPage;
  locale: Locale;
  /** Slug of a product. */
  product?: string | undefined;
  /** SKU or id of each chosen variation. */
  choice?: readonly string[] | undefined;
  /** Slug of a category. */
  category?: string | undefined;
  /** The words of a search. */
  query?: string | undefined;
  /** Place of the number among the further numbers of the settings; without one it is the shop's first number. */
  number?: number | undefined;
}

/** The parameters of `/w/<page>`; names are short, since each page has several links. */
export const CLICK_PARAMETERS = {
  locale: "l",
  product: "p",
  choice: "v",
  category: "c",
  query: "q",
  number: "n",
} as const;

/**
 * The address that counts a click on WhatsApp and redirects to the chat. It never contains the number of the shop. Links to it are plain
 * `<a>` elements with `rel="nofollow"`.
 */
export function buildClickPath({ page, locale, choice = [], ...link }: ClickLink): string {
  const parameters = new URLSearchParams();
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== "") parameters.append(name, String(value));
  };
  if (locale !== "fr") add(CLICK_PARAMETERS.locale, locale);
  add(CLICK_PARAMETERS.product, link.product);
  for (const id of choice) add(CLICK_PARAMETERS.choice, id);
  add(CLICK_PARAMETERS.category, link.category);
  add(CLICK_PARAMETERS.query, link.query);
  add(CLICK_PARAMETERS.number, link.number);
  return parameters.size === 0 ? `/w/${page}` : `/w/${page}?${parameters}`;
}

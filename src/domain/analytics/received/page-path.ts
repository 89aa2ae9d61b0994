import type { Language } from "@/generated/prisma/client";
import { isLocale } from "@/lib/i18n/locale";
import type { Page } from "../event";

const PAGES_BY_SEGMENT: ReadonlyMap<string, Page> = new Map([
  ["", "home"],
  ["catalogue", "catalogue"],
  ["recherche", "search"],
  ["contact", "contact"],
  ["faq", "faq"],
  ["a-propos", "about"],
  ["mentions-legales", "legal"],
  ["confidentialite", "privacy"],
  ["plan-du-site", "plan"],
]);

export interface PagePlace {
  locale: Language;
  page: Page;
  productSlug: string | null;
  categorySlug: string | null;
}

/** Reads the path of a storefront page, as browsers show it. Any other text is the page `other`. */
export function parsePagePath(path: string): PagePlace {
  const [first = "", ...others] = path.split("/").slice(1);
  const isPrefixed = isLocale(first) && first !== "fr";
  const [section = "", slug, ...rest] = isPrefixed ? others : [first, ...others];
  const place = {
    locale: isPrefixed ? "AR" : "FR",
    productSlug: null,
    categorySlug: null,
  } as const;
  if (section === "newsletter") return { ...place, page: "newsletter" };
  if (slug === undefined) return { ...place, page: PAGES_BY_SEGMENT.get(section) ?? "other" };
  const name = rest.length > 0 || slug === "" ? null : decode(slug);
  if (section === "produit" && name) return { ...place, page: "product", productSlug: name };
  if (section === "catalogue" && name) return { ...place, page: "category", categorySlug: name };
  return { ...place, page: "other" };
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

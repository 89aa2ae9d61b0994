import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

interface StorefrontPage {
  name: string;
  /** Without the language prefix. */
  path: string;
  status?: 404;
}

/** Real products of the shop's catalogue, named by the feature that tests need. */
export const PRODUCTS = {
  /** Three images, two colours. */
  withVariations: "/produit/robinet-mitigeur-cascade-chrome",
  withoutVariations: "/produit/wc-suspendu-rimless-premium",
  /** The second colour costs 160 MAD more and is sold out. */
  withSoldOutColour: "/produit/mitigeur-douche-thermostatique",
  /** Options: finish and height. */
  withTwoGroups: "/produit/profile-finition-alu-2-50m",
  onRequest: "/produit/vasque-pierre-de-taliouine-45cm",
} as const;

/** Every kind of public page, in each of its states. */
export const STOREFRONT_PAGES: readonly StorefrontPage[] = [
  { name: "home", path: "/" },
  { name: "catalogue", path: "/catalogue" },
  { name: "top category", path: "/catalogue/carrelage" },
  { name: "subcategory", path: "/catalogue/gres-cerame" },
  { name: "filtered category", path: "/catalogue/carrelage?option=Finition%3AMat&inStock=1" },
  { name: "second page of a category", path: "/catalogue/carrelage?page=2" },
  {
    name: "category that no filter leaves anything of",
    path: "/catalogue/carrelage?minPrice=90000",
  },
  { name: "product with variations", path: PRODUCTS.withVariations },
  { name: "product without variations", path: PRODUCTS.withoutVariations },
  { name: "product without a price", path: PRODUCTS.onRequest },
  { name: "search with results", path: "/recherche?q=mitigeur" },
  { name: "search without results", path: "/recherche?q=introuvablexyz" },
  { name: "search before anything is typed", path: "/recherche" },
  { name: "about", path: "/a-propos" },
  { name: "contact", path: "/contact" },
  { name: "faq", path: "/faq" },
  { name: "legal notice", path: "/mentions-legales" },
  { name: "privacy", path: "/confidentialite" },
  { name: "site plan", path: "/plan-du-site" },
  { name: "unknown page", path: "/cette-page-n-existe-pas", status: 404 },
];

/** Returns the path of the page in a language. */
export function getLocalizedPath(locale: Locale, { path }: Pick<StorefrontPage, "path">): string {
  return localPath(locale, path);
}

import type { ProductAddress } from "@/domain/catalogue/listing/sitemap-published";
import { listWithDescendants } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import { appUrl } from "@/lib/env";
import { localPath } from "@/lib/i18n/paths";

const PAGES = [
  "/",
  "/catalogue",
  "/a-propos",
  "/contact",
  "/faq",
  "/mentions-legales",
  "/confidentialite",
  "/plan-du-site",
];

/** An address of the shop for search engines. */
export interface SitemapEntry {
  url: string;
  /** hreflang → URL. */
  alternates: [string, string][];
  lastModified?: string;
}

/** Lists the pages of the shop and its categories. */
export function listPageEntries(tree: readonly CategoryNode[]): SitemapEntry[] {
  const categories = tree.flatMap(listWithDescendants).map(({ slug }) => `/catalogue/${slug}`);
  return [...PAGES, ...categories].flatMap((path) => buildTranslatedEntries(path));
}

/** A product without Arabic text is listed in French only. */
export function buildProductEntries(product: ProductAddress): SitemapEntry[] {
  const path = `/produit/${product.slug}`;
  return product.hasArabic
    ? buildTranslatedEntries(path, product.updatedAt)
    : [{ url: appUrl + localPath("fr", path), alternates: [], lastModified: product.updatedAt }];
}

function buildTranslatedEntries(path: string, lastModified?: string): SitemapEntry[] {
  const french = appUrl + localPath("fr", path);
  const arabic = appUrl + localPath("ar", path);
  const alternates: [string, string][] = [
    ["fr-MA", french],
    ["ar-MA", arabic],
    ["x-default", french],
  ];
  return [french, arabic].map((url) => ({ url, alternates, lastModified }));
}

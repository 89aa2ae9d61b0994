import type { MetadataRoute } from "next";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { listProductAddresses } from "@/domain/catalogue/listing/product-published";
import { listWithDescendants } from "@/domain/catalogue/rules";
import { appUrl } from "@/lib/env";
import { localPath } from "@/lib/i18n/paths";

export const revalidate = 300;

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

/** A sitemap holds at most 50,000 addresses; a translated page counts twice, once per language. */
const MAX_PRODUCTS = 24_000;

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [tree, products] = await Promise.all([
    listCategories(),
    listProductAddresses(MAX_PRODUCTS),
  ]);
  const categories = tree.flatMap(listWithDescendants).map(({ slug }) => `/catalogue/${slug}`);
  return [
    ...[...PAGES, ...categories].flatMap((path) => buildTranslatedEntries(path)),
    ...products.flatMap(({ slug, updatedAt, hasArabic }) => {
      const path = `/produit/${slug}`;
      return hasArabic
        ? buildTranslatedEntries(path, updatedAt)
        : buildFrenchEntry(path, updatedAt);
    }),
  ];
}

function buildFrenchEntry(path: string, lastModified: string): MetadataRoute.Sitemap {
  return [{ url: appUrl + localPath("fr", path), lastModified }];
}

function buildTranslatedEntries(path: string, lastModified?: string): MetadataRoute.Sitemap {
  const french = appUrl + localPath("fr", path);
  const arabic = appUrl + localPath("ar", path);
  const alternates = { languages: { "fr-MA": french, "ar-MA": arabic, "x-default": french } };
  return [french, arabic].map((url) => ({
    url,
    alternates,
    lastModified,
  }));
}

import type { Metadata } from "next";
import { getDictionary } from "@/content/dictionary";
import { excerpt } from "@/domain/catalogue/rules";
import { appUrl } from "@/lib/env";
import { isolateFigures } from "@/lib/format/bidi";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { previewImage } from "@/lib/images";

interface PageDescription {
  locale: Locale;
  /** Without the language: "/produit/…". */
  path: string;
  /** Up to 60 characters; the shop's name is added. */
  title: string;
  description: string;
  /** Address of a picture's widest variant; the shop's own picture where a page has none. */
  image?: { url: string; alt: string } | null | undefined;
  /** False where the Arabic page repeats the French one: search engines then list the French page alone. */
  hasArabic?: boolean | undefined;
  /** False for what search engines should follow but not list: filtered pages, search results. */
  index?: boolean;
}

const REGIONS = { fr: "fr_MA", ar: "ar_MA" } as const;

export function buildPageMetadata(facts: PageDescription): Metadata {
  const { locale, image, index = true, hasArabic = true, ...page } = facts;
  const { name } = getDictionary(locale).shop;
  const shown = (text: string) => (locale === "ar" ? isolateFigures(text) : text);
  const title = shown(`${excerpt(page.title, 60)} | ${name}`);
  const description = shown(excerpt(page.description, 155));
  const url = buildPageUrl(locale, page.path);
  return {
    metadataBase: new URL(appUrl),
    title: { absolute: title },
    description,
    alternates: index ? listedAs(locale, page.path, hasArabic) : {},
    openGraph: {
      type: "website",
      siteName: name,
      title,
      description,
      url,
      locale: REGIONS[locale],
      alternateLocale: hasArabic
        ? LOCALES.filter((other) => other !== locale).map((other) => REGIONS[other])
        : [],
      images: [
        {
          url: image ? previewImage(image.url) : "/og.jpg",
          width: 1200,
          height: 630,
          alt: image ? shown(image.alt) : name,
        },
      ],
    },
    twitter: { card: "summary_large_image" },
    robots: { index, follow: true },
  };
}

/** The public address of a page in a language. */
export function buildPageUrl(locale: Locale, path: string): string {
  return new URL(localPath(locale, path), appUrl).href;
}

function listedAs(locale: Locale, path: string, hasArabic: boolean): Metadata["alternates"] {
  const french = buildPageUrl("fr", path);
  if (!hasArabic) return { canonical: french };
  const languages = { "fr-MA": french, "ar-MA": buildPageUrl("ar", path), "x-default": french };
  return { canonical: buildPageUrl(locale, path), languages };
}

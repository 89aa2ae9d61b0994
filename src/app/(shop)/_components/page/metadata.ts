import type { Metadata } from "next";
import { getDictionary } from "@/content/dictionary";
import { excerpt } from "@/domain/catalogue/rules";
import { appUrl } from "@/lib/env";
import { isolateFigures } from "@/lib/format/bidi";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { getPreviewImageUrl } from "@/lib/images";

interface PageMetadata {
  locale: Locale;
  /** Without the locale prefix: "/produit/…". */
  path: string;
  /** Truncated to 60 characters; the shop's name is appended. */
  title: string;
  description: string;
  /** `url` is the address of the image's widest variant. Without an image the shop's default is used. */
  image?: { url: string; alt: string } | null | undefined;
  /** False when the Arabic page has no Arabic text: only the French page is then indexed. */
  hasArabic?: boolean | undefined;
  /** False for pages that search engines should follow but not index: filtered lists, search results. */
  index?: boolean;
}

const REGIONS = { fr: "fr_MA", ar: "ar_MA" } as const;

export function buildPageMetadata(input: PageMetadata): Metadata {
  const { locale, image, index = true, hasArabic = true, ...page } = input;
  const { name } = getDictionary(locale).shop;
  const isolate = (text: string) => (locale === "ar" ? isolateFigures(text) : text);
  const title = isolate(`${excerpt(page.title, 60)} | ${name}`);
  const description = isolate(excerpt(page.description, 155));
  const url = buildPageUrl(locale, page.path);
  return {
    metadataBase: new URL(appUrl),
    title: { absolute: title },
    description,
    alternates: index ? buildAlternates(locale, page.path, hasArabic) : {},
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
          url: image ? getPreviewImageUrl(image.url) : "/og.jpg",
          width: 1200,
          height: 630,
          alt: image ? isolate(image.alt) : name,
        },
      ],
    },
    twitter: { card: "summary_large_image" },
    robots: { index, follow: true },
  };
}

export function buildPageUrl(locale: Locale, path: string): string {
  return new URL(localPath(locale, path), appUrl).href;
}

function buildAlternates(locale: Locale, path: string, hasArabic: boolean): Metadata["alternates"] {
  const french = buildPageUrl("fr", path);
  if (!hasArabic) return { canonical: french };
  const languages = { "fr-MA": french, "ar-MA": buildPageUrl("ar", path), "x-default": french };
  return { canonical: buildPageUrl(locale, path), languages };
}

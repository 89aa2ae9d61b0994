import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import type { LocalText } from "../rules";

interface DescribedProduct {
  name: string;
  nameAr: string | null;
  variations: readonly { imageUrl: string | null; value: string; valueAr: string | null }[];
}

interface StoredDescription {
  url: string;
  altText: string | null;
  altTextAr: string | null;
}

const TEMPLATES: Record<Locale, { ofValue: string; ofPhoto: string }> = {
  fr: { ofValue: "{name}, {value}", ofPhoto: "{name}, photo {number}" },
  ar: { ofValue: "{name}، {value}", ofPhoto: "{name}، الصورة {number}" },
};

/**
 * Describes an image that has no alternative text: the product's name with the value of the variation that shows the image, or
 * with the number of the photo. Empty where the product has no name in that language.
 */
export function getDefaultImageDescription(
  { name, nameAr, variations }: DescribedProduct,
  { url, index }: { url: string; index: number },
  locale: Locale,
): string {
  const shownName = (locale === "ar" ? (nameAr ?? "") : name).trim();
  if (shownName === "") return "";
  const variation = variations.find(({ imageUrl }) => imageUrl === url);
  const value = ((locale === "ar" ? variation?.valueAr : variation?.value) ?? "").trim();
  const { ofValue, ofPhoto } = TEMPLATES[locale];
  return value
    ? fill(ofValue, { name: shownName, value })
    : fill(ofPhoto, { name: shownName, number: String(index + 1) });
}

/** The alternative text on customers' pages. Falls back to French only where the product has no Arabic name. */
export function getImageDescription(
  product: DescribedProduct,
  { index, ...image }: StoredDescription & { index: number },
  locale: Locale,
): LocalText {
  const describe = (language: Locale) =>
    (language === "ar" ? image.altTextAr : image.altText)?.trim() ||
    getDefaultImageDescription(product, { url: image.url, index }, language);
  const text = describe(locale);
  return text ? { text, lang: locale } : { text: describe("fr"), lang: "fr" };
}

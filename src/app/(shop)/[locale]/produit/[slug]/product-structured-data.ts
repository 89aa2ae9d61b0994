import { buildPageUrl } from "@/app/(shop)/_components/page/metadata";
import { excerpt, groupVariations, localText } from "@/domain/catalogue/rules";
import type { PublishedProduct } from "@/domain/catalogue/schema";
import { appUrl } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";

const AVAILABILITY = {
  IN_STOCK: "https://schema.org/InStock",
  ON_ORDER: "https://schema.org/BackOrder",
  ASK: undefined,
  OUT_OF_STOCK: "https://schema.org/OutOfStock",
};

/** Builds the schema.org `Product`. A product without a price has no `offers`. */
export function buildProductData(
  product: PublishedProduct,
  locale: Locale,
): Record<string, unknown> {
  const category = product.categories.at(-1);
  return {
    "@type": "Product",
    "@id": `${buildPageUrl(locale, `/produit/${product.slug}`)}#produit`,
    name: localText(product, "name", locale).text,
    description: excerpt(localText(product, "description", locale).text, 500),
    image: product.images.map(({ url }) => new URL(url, appUrl).href),
    category: category && localText(category, "name", locale).text,
    sku: product.sku ?? undefined,
    brand: product.brand ? { "@type": "Brand", name: product.brand } : undefined,
    offers: buildOffers(product, locale),
  };
}

function buildOffers(product: PublishedProduct, locale: Locale) {
  if (product.price === null) return undefined;
  const { price: lowPrice, highestPrice: highPrice } = product;
  const offer = {
    priceCurrency: "MAD",
    availability: AVAILABILITY[product.availability],
    url: buildPageUrl(locale, `/produit/${product.slug}`),
    itemCondition: "https://schema.org/NewCondition",
    seller: {
      "@type": "HardwareStore",
      "@id": `${appUrl}/#magasin`,
      url: buildPageUrl(locale, "/"),
    },
  };
  if (lowPrice === highPrice) return { "@type": "Offer", price: lowPrice, ...offer };
  const groups = groupVariations(product.variations);
  const offerCount = groups.reduce((count, [, group]) => count * group.length, 1);
  return { "@type": "AggregateOffer", lowPrice, highPrice, offerCount, ...offer };
}

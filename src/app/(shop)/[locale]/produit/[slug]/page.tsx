import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getImageDescription } from "@/domain/catalogue/images/description";
import {
  findProductRedirect,
  getProduct,
  listNewestSlugs,
  listRelatedProducts,
} from "@/domain/catalogue/listing/product-published";
import { hasArabicText, localText } from "@/domain/catalogue/rules";
import type { PublishedProduct } from "@/domain/catalogue/schema";
import { getShopSettings } from "@/domain/settings/published";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { buildPageMetadata } from "../../../_components/page/metadata";
import { orNotFound, orNotFoundMetadata, showNotFound } from "../../../_components/page/not-found";
import { readSlugParams, type SlugParams } from "../../../_components/page/route-params";
import { ProductPage } from "./product-page";

export const revalidate = 300;

/** The build renders the newest products; the others are rendered on their first view. */
const MAX_PRERENDERED = 200;

interface Props {
  params: Promise<SlugParams>;
}

export function generateStaticParams() {
  return listNewestSlugs(MAX_PRERENDERED);
}

export const generateMetadata = orNotFoundMetadata(async ({ params }: Props): Promise<Metadata> => {
  const { locale, product } = await getProductOrRedirect(params);
  const name = localText(product, "name", locale).text;
  const [image] = product.images;
  const seo = locale === "fr" ? product : { seoTitle: null, seoDescription: null };
  return buildPageMetadata({
    locale,
    path: `/produit/${product.slug}`,
    title: seo.seoTitle || name,
    description: seo.seoDescription || localText(product, "description", locale).text,
    hasArabic: hasArabicText(product),
    image: image && {
      url: image.url,
      alt: getImageDescription(product, { ...image, index: 0 }, locale).text,
    },
  });
});

export default orNotFound(async function Page({ params }: Props) {
  const { locale, product } = await getProductOrRedirect(params);
  const [settings, related] = await Promise.all([
    getShopSettings(),
    listRelatedProducts(product.slug),
  ]);
  return <ProductPage locale={locale} product={product} related={related} settings={settings} />;
});

/** Returns the product at the address. Redirects to its current address when it has moved, else shows the 404 page. */
async function getProductOrRedirect(
  params: Promise<SlugParams>,
): Promise<{ locale: Locale; product: PublishedProduct }> {
  const { locale, slug } = await readSlugParams(params);
  try {
    return { locale, product: await getProduct(slug) };
  } catch (error) {
    if (!(error instanceof AppError && ["NOT_FOUND", "GONE"].includes(error.code))) throw error;
  }
  const newSlug = await findProductRedirect(slug);
  if (newSlug === null) showNotFound(slug);
  permanentRedirect(localPath(locale, `/produit/${newSlug}`));
}

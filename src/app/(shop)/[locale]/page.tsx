import type { Metadata } from "next";
import { getDictionary } from "@/content/dictionary";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import {
  listFeaturedProducts,
  listNewProducts,
} from "@/domain/catalogue/listing/product-published";
import { getFeatures, getShopSettings } from "@/domain/settings/published";
import frame from "@/ui/page-frame.module.css";
import { NewsletterBand } from "../_components/newsletter/newsletter-band";
import { JsonLd } from "../_components/page/json-ld";
import { buildPageMetadata } from "../_components/page/metadata";
import { type LocaleParams, readLocale } from "../_components/page/page-locale";
import { buildHardwareStore } from "../_components/page/structured-data";
import { HomeCategories } from "./_home/home-categories";
import { ShopFacts } from "./_home/home-facts";
import { Hero } from "./_home/home-hero";
import { ProductShelf } from "./_home/home-shelf";
import { Visit } from "./_home/home-visit";
import styles from "./page.module.css";

export const revalidate = 300;

const SHELF_SIZE = 8;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = getDictionary(locale).home;
  return buildPageMetadata({ locale, path: "/", title, description });
}

export default async function HomePage(props: LocaleParams) {
  const locale = await readLocale(props);
  const features = await getFeatures();
  const [settings, categories, featured, fresh] = await Promise.all([
    getShopSettings(),
    listCategories(),
    features.homeFeatured ? listFeaturedProducts(SHELF_SIZE) : [],
    features.homeNew ? listNewProducts(SHELF_SIZE) : [],
  ]);
  const words = getDictionary(locale).home;
  return (
    <>
      <Hero locale={locale} settings={settings} />
      <div className={`${frame.frame} ${styles.sections}`}>
        <HomeCategories locale={locale} categories={categories} />
        <ProductShelf
          locale={locale}
          heading={words.featured}
          products={featured}
          more={{ label: words.featuredMore, path: "/catalogue" }}
        />
        <ShopFacts locale={locale} settings={settings} />
        <NewsletterBand locale={locale} />
        <ProductShelf locale={locale} heading={words.fresh} products={fresh} />
        <Visit locale={locale} settings={settings} />
      </div>
      <JsonLd data={buildHardwareStore(settings, locale)} />
    </>
  );
}

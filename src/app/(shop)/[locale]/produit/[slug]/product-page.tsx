import { PageBreadcrumb } from "@/app/(shop)/_components/page/page-breadcrumb";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { ProductCard, PublishedProduct } from "@/domain/catalogue/schema";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { Badge } from "@/ui/badge";
import { BidiText } from "@/ui/bidi-text";
import { ShopLink } from "@/ui/link";
import frame from "@/ui/page-frame.module.css";
import { JsonLd } from "../../../_components/page/json-ld";
import { ProductGrid } from "../../../_components/product/product-grid";
import { RichText } from "../../../_components/rich-text/rich-text";
import { BuyingBox } from "./_buying/buying-box";
import { ProductGallery } from "./_gallery/product-gallery";
import { ProductFacts } from "./product-facts";
import styles from "./product-page.module.css";
import { buildProductData } from "./product-structured-data";
import { VariationTable } from "./variation-table";

interface Props {
  locale: Locale;
  product: PublishedProduct;
  related: ProductCard[];
  settings: ShopSettings;
}

export function ProductPage({ locale, product, related, settings }: Props) {
  const name = localText(product, "name", locale);
  const description = localText(product, "description", locale);
  return (
    <div className={`${frame.frame} ${styles.page}`}>
      <div className={styles.trail}>
        <PageBreadcrumb
          locale={locale}
          categories={product.categories}
          page={{
            label: name.text,
            lang: name.lang === locale ? undefined : name.lang,
            path: `/produit/${product.slug}`,
          }}
        />
      </div>
      <div className={styles.top}>
        <ProductGallery locale={locale} product={product} />
        <div className={styles.side}>
          <header className={styles.title}>
            {(product.brand || product.isNew) && (
              <p className={styles.brand}>
                {product.brand && <bdi>{product.brand}</bdi>}
                {product.isNew && <Badge>{getDictionary(locale).product.isNew}</Badge>}
              </p>
            )}
            <h1 lang={name.lang}>
              <BidiText {...name} locale={locale} />
            </h1>
          </header>
          <BuyingBox locale={locale} product={product} settings={settings} />
          <p className={styles.description} lang={description.lang}>
            <BidiText {...description} locale={locale} />
          </p>
        </div>
      </div>
      <div className={styles.more}>
        <ProductFacts locale={locale} product={product} />
        <div className={styles.column}>
          <Details locale={locale} product={product} />
          <VariationTable locale={locale} product={product} />
        </div>
      </div>
      <Related locale={locale} product={product} related={related} />
      <JsonLd data={buildProductData(product, locale)} />
    </div>
  );
}

function Details({ locale, product }: Pick<Props, "locale" | "product">) {
  const details = localText(product, "details", locale);
  if (details.text === "") return null;
  return (
    <section aria-labelledby="conseils" className={styles.section}>
      <h2 id="conseils">{getCatalogueDictionary(locale).product.details}</h2>
      <RichText markup={details.text} lang={details.lang} />
    </section>
  );
}

function Related({ locale, product, related }: Omit<Props, "settings">) {
  const words = getCatalogueDictionary(locale).product;
  const category = product.categories.at(-1);
  if (related.length === 0 || !category) return null;
  return (
    <section aria-labelledby="meme-rayon" className={`${styles.section} ${styles.related}`}>
      <div className={styles.relatedHead}>
        <h2 id="meme-rayon">{words.related}</h2>
        <ShopLink href={localPath(locale, `/catalogue/${category.slug}`)}>
          {words.relatedMore}
        </ShopLink>
      </div>
      <ProductGrid locale={locale} products={related} />
    </section>
  );
}

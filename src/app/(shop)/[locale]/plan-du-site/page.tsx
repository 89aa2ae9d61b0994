import type { Metadata } from "next";
import { getDictionary } from "@/content/dictionary";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { listProducts } from "@/domain/catalogue/listing/published";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode, ProductCard } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { ShopLink } from "@/ui/link";
import frame from "@/ui/page-frame.module.css";
import { buildPageMetadata } from "../../_components/page/metadata";
import { PageHead } from "../../_components/page/page-head";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import styles from "./page.module.css";

export const revalidate = 300;

/** Per top-level category, in alphabetical order; the category's page lists the rest. */
const MAX_PRODUCTS = 100;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = getDictionary(locale).sitePlan;
  return buildPageMetadata({ locale, path: "/plan-du-site", title, description });
}

export default async function SitePlanPage(props: LocaleParams) {
  const locale = await readLocale(props);
  const { nav, sitePlan } = getDictionary(locale);
  const categories = await listCategories();
  const shelves = await Promise.all(
    categories.map(async (category) => ({
      category,
      products: await listShelfProducts(category, locale),
    })),
  );
  const pages = [
    ["/", nav.home],
    ["/catalogue", nav.allProducts],
    ["/a-propos", nav.about],
    ["/contact", nav.contact],
    ["/faq", nav.faq],
    ["/mentions-legales", nav.legal],
    ["/confidentialite", nav.privacy],
  ] as const;
  return (
    <div className={frame.frame}>
      <PageHead locale={locale} name={sitePlan.title} heading={sitePlan.title} />
      <div className={styles.sections}>
        <section className={styles.section}>
          <h2>{nav.pages}</h2>
          <ul data-plain className={styles.links}>
            {pages.map(([path, label]) => (
              <li key={path}>
                <ShopLink href={localPath(locale, path)}>{label}</ShopLink>
              </li>
            ))}
          </ul>
        </section>
        {shelves.map(({ category, products }) => (
          <Shelf key={category.id} locale={locale} category={category} products={products} />
        ))}
      </div>
    </div>
  );
}

async function listShelfProducts({ slug }: CategoryNode, locale: Locale): Promise<ProductCard[]> {
  const query = { category: slug, sort: "name", page: 1, pageSize: MAX_PRODUCTS, locale } as const;
  return (await listProducts(query)).items;
}

interface ShelfProps {
  locale: Locale;
  category: CategoryNode;
  products: ProductCard[];
}

function Shelf({ locale, category, products }: ShelfProps) {
  return (
    <section className={styles.section}>
      <h2>
        <LocalizedLink locale={locale} path={`/catalogue/${category.slug}`} record={category} />
      </h2>
      <ul data-plain className={styles.links} data-shelves>
        {category.children.map((child) => (
          <li key={child.id}>
            <LocalizedLink locale={locale} path={`/catalogue/${child.slug}`} record={child} />
          </li>
        ))}
      </ul>
      <ul data-plain className={styles.links}>
        {products.map((product) => (
          <li key={product.slug}>
            <LocalizedLink locale={locale} path={`/produit/${product.slug}`} record={product} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LocalizedLinkProps {
  locale: Locale;
  path: string;
  record: { name: string; nameAr: string | null };
}

function LocalizedLink({ locale, path, record }: LocalizedLinkProps) {
  const { text, lang } = localText(record, "name", locale);
  return (
    <ShopLink href={localPath(locale, path)} lang={lang === locale ? undefined : lang}>
      <BidiText text={text} lang={lang} locale={locale} />
    </ShopLink>
  );
}

import type { Metadata } from "next";
import { locale as rootLocale } from "next/root-params";
import { getDictionary } from "@/content/dictionary";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { localText } from "@/domain/catalogue/rules";
import type { ProductCard } from "@/domain/catalogue/schema";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import { search } from "@/domain/search/published";
import { MAX_QUERY_LENGTH } from "@/domain/search/schema";
import { findRouteLocale, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import frame from "@/ui/page-frame.module.css";
import { SearchForm } from "../search/search-form";
import styles from "./not-found-page.module.css";

export async function buildNotFoundMetadata(): Promise<Metadata> {
  const { notFound, shop } = getDictionary(await getPageLocale());
  return { title: `${notFound.title} | ${shop.name}`, robots: { index: false } };
}

/** Small and with plain links: Next sends this page's markup with every other page. */
export async function NotFoundPage({ slug }: { slug?: string | undefined }) {
  const locale = await getPageLocale();
  const { notFound, nav, whatsapp } = getDictionary(locale);
  const near = slug === undefined ? [] : await listNearProducts(slug, locale);
  return (
    <div className={`${frame.frame} ${styles.page}`}>
      <h1>{notFound.heading}</h1>
      <p>{notFound.text}</p>
      <SearchForm locale={locale} id="q-not-found" className={styles.search} />
      <p>
        <a
          href={buildClickPath({ page: "other", locale })}
          rel="nofollow"
          className="button"
          data-variant="whatsapp"
        >
          {whatsapp.write}
        </a>
      </p>
      {near.length > 0 && <h2>{notFound.near}</h2>}
      {near.length > 0 && <NameList locale={locale} folder="/produit" items={near} />}
      <h2>{nav.categories}</h2>
      <NameList locale={locale} folder="/catalogue" items={await listCategories()} />
    </div>
  );
}

interface NameListProps {
  locale: Locale;
  folder: "/produit" | "/catalogue";
  items: readonly { slug: string; name: string; nameAr: string | null }[];
}

function NameList({ locale, folder, items }: NameListProps) {
  return (
    <ul>
      {items.map((item) => {
        const name = localText(item, "name", locale);
        return (
          <li key={item.slug}>
            <a href={localPath(locale, `${folder}/${item.slug}`)} lang={name.lang}>
              <BidiText {...name} locale={locale} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

const NEAR_PRODUCTS = 4;

async function listNearProducts(slug: string, locale: Locale): Promise<ProductCard[]> {
  const q = slug.replaceAll("-", " ").slice(0, MAX_QUERY_LENGTH);
  const answer = await search({ q, locale, page: 1, pageSize: NEAR_PRODUCTS, sort: "relevance" });
  return answer.items;
}

async function getPageLocale(): Promise<Locale> {
  return findRouteLocale(await rootLocale()) ?? "fr";
}

import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { PageBreadcrumb } from "@/app/(shop)/_components/page/page-breadcrumb";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import {
  findCategoryPath,
  findCategoryRedirect,
} from "@/domain/catalogue/listing/categories-published";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import frame from "@/ui/page-frame.module.css";
import { CategoryChips } from "../../../_components/listing/category-chips";
import { Listing } from "../../../_components/listing/listing";
import type { ListingView } from "../../../_components/listing/listing-view";
import { buildPageMetadata, buildPageUrl } from "../../../_components/page/metadata";
import { showNotFound } from "../../../_components/page/not-found";
import { readSlugParams, type SlugParams } from "../../../_components/page/route-params";
import styles from "./category-page.module.css";

interface CategoryAtPath {
  locale: Locale;
  slug: string;
  /** From the top-level category down to this one. */
  path: CategoryNode[];
  category: CategoryNode;
}

/** Returns the category at the address. Redirects to its current address (`query` kept) when it has moved, else shows the 404 page. */
export async function getCategoryOrRedirect(
  params: Promise<SlugParams>,
  query = "",
): Promise<CategoryAtPath> {
  const { locale, slug } = await readSlugParams(params);
  const path = await findCategoryPath(slug);
  const category = path.at(-1);
  if (category) return { locale, slug, path, category };
  const newSlug = await findCategoryRedirect(slug);
  if (newSlug === null) showNotFound(slug);
  permanentRedirect(localPath(locale, `/catalogue/${newSlug}`) + query);
}

/** A filtered list is not indexed and has the unfiltered list as its canonical address. */
export function buildCategoryMetadata(
  { locale, slug, category }: CategoryAtPath,
  isFiltered: boolean,
): Metadata {
  const { list } = getCatalogueDictionary(locale);
  const name = localText(category, "name", locale).text;
  const description = localText(category, "description", locale).text;
  const path = `/catalogue/${slug}`;
  const metadata = buildPageMetadata({
    locale,
    path,
    title: name,
    description: description || fill(list.metaDescription, { name }),
    image: category.imageUrl ? { url: category.imageUrl, alt: name } : null,
    index: !isFiltered,
  });
  return isFiltered
    ? { ...metadata, alternates: { canonical: buildPageUrl(locale, path) } }
    : metadata;
}

interface Props {
  found: CategoryAtPath;
  view: Pick<ListingView, "state" | "sorts" | "listing">;
}

export function CategoryPage({ found, view }: Props) {
  const { locale, slug, path, category } = found;
  const name = localText(category, "name", locale);
  const description = localText(category, "description", locale);
  const family = category.children.length > 0 ? category : path.at(-2);
  return (
    <div className={`${frame.frame} ${styles.page}`}>
      <PageBreadcrumb locale={locale} categories={path} />
      <div className={styles.intro}>
        <h1 lang={name.lang}>
          <BidiText {...name} locale={locale} />
        </h1>
        {description.text && (
          <p lang={description.lang}>
            <BidiText {...description} locale={locale} />
          </p>
        )}
      </div>
      {family && (
        <CategoryChips
          locale={locale}
          label={getCatalogueDictionary(locale).list.subcategories}
          categories={family.children}
          current={slug}
        />
      )}
      <Listing view={{ locale, path: `/catalogue/${slug}`, ...view }} />
    </div>
  );
}

import type { Metadata } from "next";
import { PageBreadcrumb } from "@/app/(shop)/_components/page/page-breadcrumb";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import frame from "@/ui/page-frame.module.css";
import { buildPageMetadata } from "../../_components/page/metadata";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import styles from "./catalogue.module.css";
import { CategoryPanel } from "./category-panel";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = getCatalogueDictionary(locale).overview;
  return buildPageMetadata({ locale, path: "/catalogue", title, description });
}

export default async function CataloguePage(props: LocaleParams) {
  const locale = await readLocale(props);
  const categories = await listCategories();
  const words = getCatalogueDictionary(locale).overview;
  const firstWithImage = categories.find(({ imageUrl }) => imageUrl !== null);
  return (
    <div className={`${frame.frame} ${styles.page}`}>
      <PageBreadcrumb locale={locale} />
      <div className={styles.intro}>
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
      </div>
      {categories.map((category) => (
        <CategoryPanel
          key={category.id}
          locale={locale}
          category={category}
          priority={category === firstWithImage}
        />
      ))}
    </div>
  );
}

import type { Metadata } from "next";
import { catalogueDictionary } from "@/content/catalogue-dictionary";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import frame from "@/ui/page-frame.module.css";
import { pageMetadata } from "../../_components/metadata";
import { type LocaleParams, readLocale } from "../../_components/page-locale";
import { Trail } from "../../_components/trail";
import styles from "./catalogue.module.css";
import { CategoryPanel } from "./category-panel";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = catalogueDictionary(locale).overview;
  return pageMetadata({ locale, path: "/catalogue", title, description });
}

export default async function CataloguePage(props: LocaleParams) {
  const locale = await readLocale(props);
  const categories = await listCategories();
  const words = catalogueDictionary(locale).overview;
  return (
    <div className={`${frame.frame} ${styles.page}`}>
      <Trail locale={locale} />
      <div className={styles.intro}>
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
      </div>
      {categories.map((category, i) => (
        <CategoryPanel key={category.id} locale={locale} category={category} priority={i === 0} />
      ))}
    </div>
  );
}

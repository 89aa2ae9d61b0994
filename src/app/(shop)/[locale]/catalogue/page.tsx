import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listCategories } from "@/domain/catalogue/category-published";
import { catalogueDictionary } from "@/lib/i18n/catalogue-dictionary";
import { isLocale } from "@/lib/i18n/locale";
import frame from "@/ui/page-frame.module.css";
import { pageMetadata } from "../../_components/metadata";
import { Trail } from "../../_components/trail";
import styles from "./catalogue.module.css";
import { CategoryPanel } from "./category-panel";

export const revalidate = 300;

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { title, description } = catalogueDictionary(locale).overview;
  return pageMetadata({ locale, path: "/catalogue", title, description });
}

export default async function CataloguePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
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

import { MissingImage } from "@/app/(shop)/_components/product/missing-image";
import { formatCount } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { ShopLink } from "@/ui/link";
import { ResponsiveImage } from "@/ui/responsive-image";
import styles from "./home-categories.module.css";

interface Props {
  locale: Locale;
  categories: readonly CategoryNode[];
}

const SIZES = {
  wide: "(width >= 80rem) 38rem, (width >= 48rem) 46vw, 60vw",
  narrow: "(width >= 80rem) 25rem, (width >= 48rem) 30vw, 44vw",
};

export function HomeCategories({ locale, categories }: Props) {
  return (
    <section aria-labelledby="rayons" className={styles.section}>
      <h2 id="rayons">{getDictionary(locale).home.categories}</h2>
      <ul data-plain className={styles.cards}>
        {categories.map((category, index) => (
          <li key={category.id}>
            <CategoryCard
              locale={locale}
              category={category}
              sizes={index < 2 ? SIZES.wide : SIZES.narrow}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CategoryCardProps {
  locale: Locale;
  category: CategoryNode;
  sizes: string;
}

function CategoryCard({ locale, category, sizes }: CategoryCardProps) {
  const name = localText(category, "name", locale);
  const products = formatCount(category.productCount, locale, getDictionary(locale).home.products);
  return (
    <ShopLink href={localPath(locale, `/catalogue/${category.slug}`)} className={styles.card}>
      <span className={styles.ground}>
        {category.imageUrl ? (
          <ResponsiveImage url={category.imageUrl} alt="" width={1280} height={960} sizes={sizes} />
        ) : (
          <MissingImage />
        )}
      </span>
      <span className={styles.label}>
        <span className={styles.name} lang={name.lang}>
          <BidiText {...name} locale={locale} />
        </span>
        <span className={styles.count}>{products}</span>
      </span>
    </ShopLink>
  );
}

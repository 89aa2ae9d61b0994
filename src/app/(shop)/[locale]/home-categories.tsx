import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import { plural } from "@/lib/format";
import { dictionary } from "@/lib/i18n/dictionary";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { ShopLink } from "@/ui/link";
import { Picture } from "@/ui/picture";
import styles from "./home-categories.module.css";

interface Props {
  locale: Locale;
  categories: readonly CategoryNode[];
}

const SIZES = "(width >= 80rem) 40rem, (width >= 40rem) 50vw, 94vw";

export function CategoryCrops({ locale, categories }: Props) {
  return (
    <section aria-labelledby="rayons" className={styles.section}>
      <h2 id="rayons">{dictionary(locale).home.categories}</h2>
      <ul data-plain className={styles.crops}>
        {categories.map((category) => (
          <li key={category.id}>
            <Crop locale={locale} category={category} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Crop({ locale, category }: { locale: Locale; category: CategoryNode }) {
  const name = localText(category, "name", locale);
  const count = category.productCount;
  const products = plural(count, locale, dictionary(locale).home.products);
  return (
    <ShopLink href={localPath(locale, `/catalogue/${category.slug}`)} className={styles.crop}>
      <span className={styles.ground}>
        {category.imageUrl && (
          <Picture url={category.imageUrl} alt="" width={1280} height={960} sizes={SIZES} />
        )}
      </span>
      <span className={styles.label}>
        <span className={styles.name} lang={name.lang}>
          {name.text}
        </span>
        <span className={styles.count}>{fill(products, { count })}</span>
      </span>
    </ShopLink>
  );
}

import { formatCount, getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import { formatNumber } from "@/lib/format/format";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { ShopLink } from "@/ui/link";
import { ResponsiveImage } from "@/ui/responsive-image";
import { VisuallyHidden } from "@/ui/visually-hidden";
import styles from "./category-chips.module.css";

interface Props {
  locale: Locale;
  label: string;
  categories: readonly CategoryNode[];
  /** The slug of the current category. */
  current?: string;
}

/** Categories as small links with an image and the product count. */
export function CategoryChips({ locale, label, categories, current }: Props) {
  const { list } = getCatalogueDictionary(locale);
  return (
    <nav aria-label={label}>
      <ul data-plain className={styles.chips}>
        {categories.map((category) => {
          const name = localText(category, "name", locale);
          return (
            <li key={category.id}>
              <ShopLink
                href={localPath(locale, `/catalogue/${category.slug}`)}
                className={styles.chip}
                aria-current={category.slug === current ? "page" : undefined}
              >
                {category.imageUrl && (
                  <ResponsiveImage
                    url={category.imageUrl}
                    alt=""
                    width={96}
                    height={96}
                    sizes="48px"
                  />
                )}
                <span lang={name.lang}>
                  <BidiText {...name} locale={locale} />
                </span>
                <span className={styles.count} aria-hidden="true">
                  {formatNumber(category.productCount)}
                </span>
                <VisuallyHidden>
                  {formatCount(category.productCount, locale, list.products)}
                </VisuallyHidden>
              </ShopLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

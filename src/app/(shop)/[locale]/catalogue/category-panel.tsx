import { MissingImage } from "@/app/(shop)/_components/product/missing-image";
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
import styles from "./catalogue.module.css";

interface Props {
  locale: Locale;
  category: CategoryNode;
  priority: boolean;
}

/** A top-level category: its image, description and links to its subcategories. */
export function CategoryPanel({ locale, category, priority }: Props) {
  const { list } = getCatalogueDictionary(locale);
  const name = localText(category, "name", locale);
  const description = localText(category, "description", locale);
  const buildHref = (slug: string) => localPath(locale, `/catalogue/${slug}`);
  return (
    <section aria-labelledby={category.slug} className={styles.panel}>
      <div className={styles.image}>
        {category.imageUrl ? (
          <ResponsiveImage
            url={category.imageUrl}
            alt=""
            width={1280}
            height={960}
            sizes="(width >= 64rem) 28rem, 100vw"
            priority={priority}
          />
        ) : (
          <MissingImage />
        )}
      </div>
      <div className={styles.text}>
        <h2 id={category.slug} className={styles.name}>
          <ShopLink href={buildHref(category.slug)} lang={name.lang}>
            <BidiText {...name} locale={locale} />
          </ShopLink>
        </h2>
        {description.text && (
          <p lang={description.lang} className={styles.sentence}>
            <BidiText {...description} locale={locale} />
          </p>
        )}
        <p className={styles.count}>{formatCount(category.productCount, locale, list.products)}</p>
        <ul data-plain className={styles.subcategories}>
          {category.children.map((child) => {
            const label = localText(child, "name", locale);
            return (
              <li key={child.id}>
                <ShopLink href={buildHref(child.slug)}>
                  <span lang={label.lang}>
                    <BidiText {...label} locale={locale} />
                  </span>
                  <span className={styles.number} aria-hidden="true">
                    {formatNumber(child.productCount)}
                  </span>
                  <VisuallyHidden>
                    {formatCount(child.productCount, locale, list.products)}
                  </VisuallyHidden>
                </ShopLink>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

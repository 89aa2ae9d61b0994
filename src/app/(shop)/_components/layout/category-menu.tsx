import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { Icon } from "@/ui/icons/icon";
import { ShopLink } from "@/ui/link";
import { VisuallyHidden } from "@/ui/visually-hidden";
import styles from "./category-menu.module.css";

export const MENU_ID = "menu";

interface Props {
  locale: Locale;
  categories: CategoryNode[];
}

/**
 * A native popover: opens from the header and the bottom bar without JavaScript, and closes on Escape, on a tap outside and
 * when a link is followed.
 */
export function CategoryMenu({ locale, categories }: Props) {
  const { nav } = getDictionary(locale);
  return (
    <div id={MENU_ID} popover="auto" className={styles.menu} data-no-print>
      <nav aria-label={nav.menu} className={styles.inside}>
        <div className={styles.head}>
          <ShopLink href={localPath(locale, "/catalogue")} className={styles.all}>
            {nav.allProducts}
          </ShopLink>
          <button
            type="button"
            popoverTarget={MENU_ID}
            popoverTargetAction="hide"
            className={styles.close}
          >
            <Icon name="x" size={22} />
            <VisuallyHidden>{nav.close}</VisuallyHidden>
          </button>
        </div>
        <ul data-plain className={styles.categories}>
          {categories.map((category) => (
            <li key={category.id}>
              <CategoryLink locale={locale} category={category} className={styles.category} />
              <ul data-plain>
                {category.children.map((child) => (
                  <li key={child.id}>
                    <CategoryLink locale={locale} category={child} className={styles.child} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <ul data-plain className={styles.pages}>
          {(["a-propos", "contact", "faq"] as const).map((page) => (
            <li key={page}>
              <ShopLink href={localPath(locale, `/${page}`)} className={styles.child}>
                {page === "a-propos" ? nav.about : nav[page]}
              </ShopLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function CategoryLink({
  locale,
  category,
  className,
}: {
  locale: Locale;
  category: CategoryNode;
  className: string | undefined;
}) {
  const name = localText(category, "name", locale);
  return (
    <ShopLink
      href={localPath(locale, `/catalogue/${category.slug}`)}
      lang={name.lang}
      className={className}
    >
      <BidiText {...name} locale={locale} />
    </ShopLink>
  );
}

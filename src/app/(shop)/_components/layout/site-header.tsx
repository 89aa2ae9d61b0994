import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { Icon } from "@/ui/icons/icon";
import { WhatsAppIcon } from "@/ui/icons/whatsapp-icon";
import { ThemeButton } from "@/ui/theme/theme-button";
import { SearchForm } from "../search/search-form";
import { MENU_ID } from "./category-menu";
import { LanguageLink } from "./language-link";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import styles from "./site-header.module.css";

interface Props {
  locale: Locale;
  settings: ShopSettings;
  categories: CategoryNode[];
}

export function SiteHeader({ locale, settings, categories }: Props) {
  const { nav, whatsapp } = getDictionary(locale);
  return (
    <>
      <header className={styles.bar} data-no-print>
        <div className={styles.inside}>
          <Logo locale={locale} name={settings.name} />
          <button type="button" popoverTarget={MENU_ID} className={styles.catalogue}>
            {nav.catalogue}
            <Icon name="chevron-down" size={18} />
          </button>
          <SearchForm locale={locale} id="q-header" className={styles.search} />
          <div className={styles.tools}>
            <LanguageLink to={locale === "fr" ? "ar" : "fr"} className={styles.language}>
              {nav.otherLanguage}
            </LanguageLink>
            <ThemeButton locale={locale} />
            <a
              href={buildClickPath({ page: "site", locale })}
              rel="nofollow"
              className={`button ${styles.whatsapp}`}
              data-variant="whatsapp"
              data-size="small"
            >
              <WhatsAppIcon />
              {whatsapp.name}
            </a>
          </div>
        </div>
      </header>
      <CategoryNav locale={locale} categories={categories} />
    </>
  );
}

function CategoryNav({ locale, categories }: Omit<Props, "settings">) {
  const { nav } = getDictionary(locale);
  return (
    <nav aria-label={nav.main} className={styles.categories} data-no-print>
      <ul data-plain>
        {categories.map((category) => {
          const name = localText(category, "name", locale);
          return (
            <li key={category.id}>
              <NavLink href={localPath(locale, `/catalogue/${category.slug}`)} lang={name.lang}>
                <BidiText {...name} locale={locale} />
              </NavLink>
            </li>
          );
        })}
        <li>
          <NavLink href={localPath(locale, "/a-propos")}>{nav.about}</NavLink>
        </li>
        <li>
          <NavLink href={localPath(locale, "/contact")}>{nav.contact}</NavLink>
        </li>
      </ul>
    </nav>
  );
}

import { getDictionary } from "@/content/dictionary";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { Icon, type IconName } from "@/ui/icons/icon";
import { WhatsAppIcon } from "@/ui/icons/whatsapp-icon";
import styles from "./bottom-bar.module.css";
import { MENU_ID } from "./category-menu";
import { NavLink } from "./nav-link";

/** The fixed navigation bar at the bottom of a phone's screen. */
export function BottomBar({ locale }: { locale: Locale }) {
  const { nav, whatsapp } = getDictionary(locale);
  const link = (path: string, icon: IconName, label: string) => (
    <li>
      <NavLink href={localPath(locale, path)} className={styles.item}>
        <Icon name={icon} />
        {label}
      </NavLink>
    </li>
  );
  return (
    <nav aria-label={nav.quick} className={styles.bar} data-no-print>
      <ul data-plain>
        {link("/", "house", nav.home)}
        {link("/catalogue", "layout-grid", nav.catalogue)}
        {link("/recherche", "search", nav.searchShort)}
        <li>
          <a
            href={buildClickPath({ page: "site", locale })}
            rel="nofollow"
            className={styles.item}
            data-whatsapp
          >
            <WhatsAppIcon />
            {whatsapp.name}
          </a>
        </li>
        <li data-menu>
          <button type="button" popoverTarget={MENU_ID} className={styles.item}>
            <Icon name="menu" />
            {nav.menu}
          </button>
        </li>
      </ul>
    </nav>
  );
}

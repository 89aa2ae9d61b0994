import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import { Icon } from "@/ui/icons/icon";
import { PhoneLink } from "../../_components/layout/contact-link";
import { OpeningHours } from "../../_components/opening-hours/opening-hours";
import { ShopOpenNow } from "../../_components/opening-hours/shop-open-now";
import styles from "./home-visit.module.css";

export function Visit({ locale, settings }: { locale: Locale; settings: ShopSettings }) {
  const { home } = getDictionary(locale);
  const address = localText(settings, "address", locale);
  return (
    <section aria-labelledby="magasin" className={styles.visit}>
      <div className={styles.place}>
        <h2 id="magasin">{home.visit}</h2>
        <address className={styles.address}>
          <span lang={address.lang}>
            <BidiText {...address} locale={locale} />
          </span>
          {settings.phones.map((phone) => (
            <PhoneLink key={phone} address={phone} />
          ))}
        </address>
        <a href={settings.mapUrl} className="button" data-variant="quiet">
          <Icon name="map-pin" />
          {home.map}
        </a>
      </div>
      <div className={styles.hours}>
        <ShopOpenNow locale={locale} settings={settings} />
        <OpeningHours locale={locale} settings={settings} />
      </div>
    </section>
  );
}

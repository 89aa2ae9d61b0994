import type { Metadata } from "next";
import { localText } from "@/domain/catalogue/rules";
import { readablePhone } from "@/domain/settings/input-rules";
import { findShopSettings } from "@/domain/settings/published";
import { whatsappLink } from "@/domain/settings/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import { dictionary } from "@/lib/i18n/dictionary";
import type { Locale } from "@/lib/i18n/locale";
import button from "@/ui/button.module.css";
import { Icon } from "@/ui/icon";
import frame from "@/ui/page-frame.module.css";
import { WhatsAppIcon } from "@/ui/whatsapp-icon";
import { MailLink, PhoneLink } from "../../_components/contact-link";
import { pageMetadata } from "../../_components/metadata";
import { OpeningHours } from "../../_components/opening-hours";
import { PageHead } from "../../_components/page-head";
import { type LocaleParams, readLocale } from "../../_components/page-locale";
import { ShopOpenNow } from "../../_components/shop-open-now";
import styles from "./page.module.css";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = dictionary(locale).contact;
  return pageMetadata({ locale, path: "/contact", title, description });
}

export default async function ContactPage(props: LocaleParams) {
  const locale = await readLocale(props);
  const settings = await findShopSettings();
  const { nav, contact } = dictionary(locale);
  const shop = { locale, settings };
  return (
    <div className={frame.frame}>
      <PageHead locale={locale} name={nav.contact} heading={contact.heading} lead={contact.lead} />
      <div className={styles.cards}>
        <Channels {...shop} />
        <Place {...shop} />
        <section className={styles.plain}>
          <h2>{contact.prepare}</h2>
          <ul>
            {contact.prepareItems.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

interface ShopProps {
  locale: Locale;
  settings: ShopSettings;
}

function Channels({ locale, settings }: ShopProps) {
  const { contact, whatsapp } = dictionary(locale);
  return (
    <section className={styles.card}>
      <h2>{contact.channels}</h2>
      <p>{contact.whatsappText}</p>
      <a
        href={whatsappLink(settings.whatsapp, whatsapp.greeting)}
        className={button.button}
        data-variant="whatsapp"
      >
        <WhatsAppIcon />
        {whatsapp.write}
      </a>
      <dl className={styles.lines}>
        {settings.otherWhatsapp.length > 0 && (
          <dt>
            <WhatsAppIcon />
            WhatsApp
          </dt>
        )}
        {settings.otherWhatsapp.map((number) => (
          <dd key={number}>
            <a href={whatsappLink(number, whatsapp.greeting)} dir="ltr">
              {readablePhone(number)}
            </a>
          </dd>
        ))}
        <dt>
          <Icon name="phone" size={20} />
          {contact.phone}
        </dt>
        {settings.phones.map((phone) => (
          <dd key={phone}>
            <PhoneLink address={phone} />
          </dd>
        ))}
        <dt>
          <Icon name="mail" size={20} />
          {contact.email}
        </dt>
        <dd>
          <MailLink address={settings.email} />
        </dd>
      </dl>
    </section>
  );
}

function Place({ locale, settings }: ShopProps) {
  const { contact, home, hours } = dictionary(locale);
  const address = localText(settings, "address", locale);
  return (
    <section className={styles.card}>
      <h2>{hours.title}</h2>
      <ShopOpenNow locale={locale} settings={settings} />
      <OpeningHours locale={locale} settings={settings} />
      <dl className={styles.lines}>
        <dt>
          <Icon name="map-pin" size={20} />
          {contact.address}
        </dt>
        <dd lang={address.lang}>{address.text}</dd>
      </dl>
      <a href={settings.mapUrl} className={button.button} data-variant="quiet">
        {home.map}
      </a>
    </section>
  );
}

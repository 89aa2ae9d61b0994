import type { ReactNode } from "react";
import { WhatsAppLink } from "@/app/(shop)/_components/layout/whatsapp-link";
import { contactDictionaries } from "@/content/contact-form";
import { getDictionary } from "@/content/dictionary";
import { localText } from "@/domain/catalogue/rules";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { formatPhone } from "@/lib/input/phone-format";
import { BidiText } from "@/ui/bidi-text";
import { Icon } from "@/ui/icons/icon";
import { WhatsAppIcon } from "@/ui/icons/whatsapp-icon";
import frame from "@/ui/page-frame.module.css";
import { MailLink, PhoneLink } from "../../_components/layout/contact-link";
import { OpeningHours } from "../../_components/opening-hours/opening-hours";
import { ShopOpenNow } from "../../_components/opening-hours/shop-open-now";
import { JsonLd } from "../../_components/page/json-ld";
import { PageHead } from "../../_components/page/page-head";
import { buildHardwareStore } from "../../_components/page/structured-data";
import styles from "./contact-page.module.css";

interface ShopProps {
  locale: Locale;
  settings: ShopSettings;
}

/** Shows the contact details and the opening hours around `children`, the contact form. */
export function ContactPage({ locale, settings, children }: ShopProps & { children: ReactNode }) {
  const { nav, contact } = getDictionary(locale);
  const shop = { locale, settings };
  return (
    <div className={frame.frame}>
      <PageHead locale={locale} name={nav.contact} heading={contact.heading} lead={contact.lead} />
      <div className={styles.cards}>
        <Channels {...shop} />
        <section id="ecrire" tabIndex={-1} className={styles.write} aria-labelledby="ecrire-titre">
          <h2 id="ecrire-titre">{contactDictionaries[locale].heading}</h2>
          {children}
          <div className={styles.plain}>
            <h3>{contact.prepare}</h3>
            <ul>
              {contact.prepareItems.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        </section>
        <Place {...shop} />
      </div>
      <JsonLd data={buildHardwareStore(settings, locale)} />
    </div>
  );
}

function Channels({ locale, settings }: ShopProps) {
  const { contact, whatsapp } = getDictionary(locale);
  return (
    <section className={styles.card}>
      <h2>{contact.channels}</h2>
      <WhatsAppLink page="contact" locale={locale}>
        {whatsapp.write}
      </WhatsAppLink>
      <p>{contact.whatsappText}</p>
      <dl className={styles.lines}>
        {settings.otherWhatsapp.length > 0 && (
          <dt>
            <WhatsAppIcon />
            WhatsApp
          </dt>
        )}
        {settings.otherWhatsapp.map((number, index) => (
          <dd key={number}>
            <a
              href={buildClickPath({ page: "contact", locale, number: index })}
              rel="nofollow"
              dir="ltr"
            >
              {formatPhone(number)}
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
  const { contact, home, hours } = getDictionary(locale);
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
        <dd lang={address.lang}>
          <BidiText {...address} locale={locale} />
        </dd>
      </dl>
      <a href={settings.mapUrl} className="button" data-variant="quiet">
        {home.map}
      </a>
    </section>
  );
}

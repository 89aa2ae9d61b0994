import { getDictionary } from "@/content/dictionary";
import { getNewsletterDictionary } from "@/content/newsletter";
import { localText } from "@/domain/catalogue/rules";
import type { CategoryNode } from "@/domain/catalogue/schema";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import type { ShopSettings } from "@/domain/settings/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { BidiText } from "@/ui/bidi-text";
import { ShopLink } from "@/ui/link";
import { ZelligePattern } from "@/ui/zellige";
import { NewsletterForm } from "../newsletter/newsletter-form";
import { OpeningHours } from "../opening-hours/opening-hours";
import { MailLink, PhoneLink } from "./contact-link";
import { LanguageLink } from "./language-link";
import styles from "./site-footer.module.css";

interface Props {
  locale: Locale;
  settings: ShopSettings;
  categories: CategoryNode[];
}

export function SiteFooter({ locale, settings, categories }: Props) {
  const { nav, footer, hours } = getDictionary(locale);
  const newsletter = getNewsletterDictionary(locale);
  const name = { name: settings.name, since: String(settings.since) };
  const pages = [
    ["/a-propos", nav.about],
    ["/contact", nav.contact],
    ["/faq", nav.faq],
    ["/mentions-legales", nav.legal],
    ["/confidentialite", nav.privacy],
    ["/plan-du-site", nav.sitemap],
  ] as const;
  return (
    <footer className={styles.footer} data-no-print>
      <ZelligePattern id="zellige-footer" className={styles.pattern} />
      <div className={styles.newsletter}>
        <div>
          <h2>{newsletter.heading}</h2>
          <p>{newsletter.lead}</p>
        </div>
        <NewsletterForm locale={locale} source="footer" />
      </div>
      <div className={styles.columns}>
        <section className={styles.column} aria-labelledby="pied-magasin">
          <h2 id="pied-magasin">{footer.visit}</h2>
          <ContactLines locale={locale} settings={settings} />
        </section>
        <section className={styles.column} aria-labelledby="footer-hours">
          <h2 id="footer-hours">{hours.title}</h2>
          <OpeningHours locale={locale} settings={settings} />
        </section>
        <nav className={styles.column} aria-labelledby="footer-shelves">
          <h2 id="footer-shelves">{nav.categories}</h2>
          <ul data-plain>
            {categories.map((category) => {
              const label = localText(category, "name", locale);
              return (
                <li key={category.id}>
                  <ShopLink
                    href={localPath(locale, `/catalogue/${category.slug}`)}
                    lang={label.lang}
                  >
                    <BidiText {...label} locale={locale} />
                  </ShopLink>
                </li>
              );
            })}
          </ul>
        </nav>
        <nav className={styles.column} aria-labelledby="footer-pages">
          <h2 id="footer-pages">{nav.pages}</h2>
          <ul data-plain>
            {pages.map(([path, label]) => (
              <li key={path}>
                <ShopLink href={localPath(locale, path)}>{label}</ShopLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className={styles.base}>
        <p>{fill(footer.base, name)}</p>
        <a href={localPath(locale, "/confidentialite#cookies")} data-consent>
          {nav.cookies}
        </a>
        <LanguageLink to={locale === "fr" ? "ar" : "fr"}>{nav.otherLanguage}</LanguageLink>
      </div>
    </footer>
  );
}

function ContactLines({ locale, settings }: Omit<Props, "categories">) {
  const { whatsapp } = getDictionary(locale);
  const address = localText(settings, "address", locale);
  return (
    <ul data-plain>
      <li>
        <a href={settings.mapUrl} lang={address.lang}>
          <BidiText {...address} locale={locale} />
        </a>
      </li>
      {settings.phones.map((phone) => (
        <li key={phone}>
          <PhoneLink address={phone} />
        </li>
      ))}
      <li>
        <a href={buildClickPath({ page: "site", locale })} rel="nofollow">
          {whatsapp.write}
        </a>
      </li>
      <li>
        <MailLink address={settings.email} />
      </li>
    </ul>
  );
}

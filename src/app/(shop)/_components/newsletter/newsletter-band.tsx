import { getNewsletterDictionary } from "@/content/newsletter";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./newsletter-band.module.css";
import { NewsletterForm } from "./newsletter-form";

/** The newsletter form as a section of the home page; the footer's form is hidden there. */
export function NewsletterBand({ locale }: { locale: Locale }) {
  const words = getNewsletterDictionary(locale);
  return (
    <section
      aria-labelledby="newsletter"
      className={styles.band}
      data-newsletter-band
      data-no-print
    >
      <div className={styles.head}>
        <h2 id="newsletter">{words.heading}</h2>
        <p>{words.lead}</p>
      </div>
      <NewsletterForm locale={locale} source="home" />
    </section>
  );
}

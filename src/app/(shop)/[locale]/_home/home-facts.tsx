import { getDictionary } from "@/content/dictionary";
import type { ShopSettings } from "@/domain/settings/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./home-facts.module.css";

export function ShopFacts({ locale, settings }: { locale: Locale; settings: ShopSettings }) {
  const { why, facts } = getDictionary(locale).home;
  return (
    <section aria-labelledby="maison" className={styles.section}>
      <h2 id="maison">{why}</h2>
      <ul data-plain className={styles.facts}>
        {facts.map(({ title, text }) => (
          <li key={title}>
            <h3>{fill(title, { since: String(settings.since) })}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

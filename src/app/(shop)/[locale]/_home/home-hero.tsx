import { WhatsAppLink } from "@/app/(shop)/_components/layout/whatsapp-link";
import { getDictionary } from "@/content/dictionary";
import type { ShopSettings } from "@/domain/settings/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { ShopLink } from "@/ui/link";
import { ResponsiveImage } from "@/ui/responsive-image";
import { ZelligePattern } from "@/ui/zellige";
import { getSlot } from "../../_components/experiments/slot";
import { SearchForm } from "../../_components/search/search-form";
import styles from "./home-hero.module.css";

/** States less than the real width on a phone: at a pixel density of 3 a smaller file looks the same and loads faster. */
const SIZES = "(width >= 64rem) 52vw, 60vw";

export async function Hero({ locale, settings }: { locale: Locale; settings: ShopSettings }) {
  const { home, whatsapp } = getDictionary(locale);
  const { content, code } = await getSlot("hero");
  return (
    <section className={styles.hero} data-image={settings.heroUrl !== null} data-experiment={code}>
      <ZelligePattern id="zellige-hero" className={styles.pattern} />
      <div className={styles.words}>
        <h1>{content?.title[locale] ?? fill(home.promise, { since: String(settings.since) })}</h1>
        <p className={styles.lead}>{content?.lead[locale] ?? home.lead}</p>
        <div className={styles.search} data-hero-search>
          <SearchForm locale={locale} id="q-hero" />
        </div>
        <div className={styles.actions}>
          <WhatsAppLink page="home" locale={locale}>
            {whatsapp.write}
          </WhatsAppLink>
          <ShopLink
            href={localPath(locale, "/catalogue")}
            className="button"
            data-variant="on-night"
          >
            {home.seeCatalogue}
          </ShopLink>
        </div>
      </div>
      {settings.heroUrl && (
        <ResponsiveImage
          url={settings.heroUrl}
          alt=""
          width={1280}
          height={960}
          sizes={SIZES}
          priority
          className={styles.image}
        />
      )}
    </section>
  );
}

import type { Metadata } from "next";
import { getDictionary } from "@/content/dictionary";
import { LOCALES } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import frame from "@/ui/page-frame.module.css";
import "@/ui/readex-pro.css";
import "@/ui/tokens.css";
import "@/ui/global.css";
import "@/ui/components.css";
import { ZelligeMark } from "@/ui/zellige";
import styles from "./global-not-found.module.css";

const { notFound, shop } = getDictionary("fr");

export const metadata: Metadata = { title: `${notFound.title} | ${shop.name}` };

/** For addresses outside the storefront. Their language is unknown, so the page uses both. */
// biome-ignore lint/style/noDefaultExport: Next requires it.
export default function GlobalNotFound() {
  return (
    <html lang="fr">
      <body>
        <main className={`${frame.frame} ${styles.page}`}>
          <ZelligeMark className={styles.mark} />
          <h1>{notFound.heading}</h1>
          <p lang="ar" dir="rtl">
            {getDictionary("ar").notFound.heading}
          </p>
          <div className={styles.actions}>
            {LOCALES.map((locale) => (
              <a key={locale} href={localPath(locale, "/")} lang={locale} className="button">
                {getDictionary(locale).nav.home}
              </a>
            ))}
          </div>
        </main>
      </body>
    </html>
  );
}

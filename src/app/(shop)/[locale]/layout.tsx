import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { getDictionary } from "@/content/dictionary";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { getShopSettings } from "@/domain/settings/published";
import { appUrl } from "@/lib/env";
import { findRouteLocale, ROUTE_SEGMENTS } from "@/lib/i18n/locale";
import "@/ui/readex-pro.css";
import "@/ui/tokens.css";
import "@/ui/global.css";
import "@/ui/components.css";
import { ThemeScript } from "@/ui/theme/theme-script";
import { getAskedWording } from "../_components/consent/asked-wording";
import { Consent } from "../_components/consent/consent";
import { BottomBar } from "../_components/layout/bottom-bar";
import { CategoryMenu } from "../_components/layout/category-menu";
import { SiteFooter } from "../_components/layout/site-footer";
import { SiteHeader } from "../_components/layout/site-header";
import { VisitTracker } from "../_components/tracking/visit-tracker";
import styles from "./layout.module.css";

export const revalidate = 300;
export const generateStaticParams = () =>
  Object.values(ROUTE_SEGMENTS).map((locale) => ({ locale }));

export const metadata: Metadata = {
  metadataBase: new URL(appUrl),
  applicationName: "Equipement Ouarzazate",
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#181d27" },
  ],
  viewportFit: "cover",
};

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

export default async function ShopLayout({ children, params }: Props) {
  // An unknown first segment leads to the 404 page, which is shown in this layout, in French.
  const locale = findRouteLocale((await params).locale) ?? "fr";
  const [settings, categories, wording] = await Promise.all([
    getShopSettings(),
    listCategories(),
    getAskedWording(),
  ]);
  const shop = { locale, settings, categories };
  return (
    <html
      lang={locale}
      dir={locale === "ar" ? "rtl" : "ltr"}
      data-scroll-behavior="smooth"
      suppressHydrationWarning
    >
      <head>
        <ThemeScript locale={locale} />
      </head>
      <body>
        <a href="#contenu" className={styles.skip}>
          {getDictionary(locale).nav.skip}
        </a>
        {wording && <Consent locale={locale} wording={wording} />}
        <SiteHeader {...shop} />
        <CategoryMenu locale={locale} categories={categories} />
        <main id="contenu" tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <SiteFooter {...shop} />
        <BottomBar locale={locale} />
        <VisitTracker />
      </body>
    </html>
  );
}

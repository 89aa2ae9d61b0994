import type { ShopSettings } from "@/domain/settings/schema";
import type { Weekday } from "@/domain/settings/weekdays";
import { appUrl } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { lookup } from "@/lib/lookup";
import type { Crumb } from "@/ui/breadcrumb";
import { buildPageUrl } from "./metadata";

const DAYS: Record<Weekday, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** Builds the schema.org `HardwareStore` for the pages about the shop. */
export function buildHardwareStore(settings: ShopSettings, locale: Locale) {
  return {
    "@type": "HardwareStore",
    "@id": `${appUrl}/#magasin`,
    name: settings.name,
    url: buildPageUrl(locale, "/"),
    image: `${appUrl}/og.jpg`,
    logo: `${appUrl}/icon-512.png`,
    foundingDate: String(settings.since),
    telephone: settings.phones[0],
    email: settings.email,
    hasMap: settings.mapUrl,
    currenciesAccepted: "MAD",
    address: {
      "@type": "PostalAddress",
      streetAddress: locale === "ar" ? settings.addressAr : settings.address,
      addressLocality: "Ouarzazate",
      addressCountry: "MA",
    },
    openingHoursSpecification: Object.entries(settings.hours).flatMap(([day, openings]) =>
      openings.map(({ open, close }) => ({
        "@type": "OpeningHoursSpecification",
        dayOfWeek: lookup(DAYS, day),
        opens: open,
        closes: close,
      })),
    ),
  };
}

/** Builds the schema.org `BreadcrumbList`. The last item, the current page, has no address. */
export function buildBreadcrumbList(items: readonly Crumb[]) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: items.map(({ label, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: href ? new URL(href, appUrl).href : undefined,
    })),
  };
}

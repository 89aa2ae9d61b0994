import { getDictionary } from "@/content/dictionary";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { OpenNow } from "./open-now";

export function ShopOpenNow({ locale, settings }: { locale: Locale; settings: ShopSettings }) {
  const { openNow, closedNow, closesAt, opensAt, opensTomorrow, opensOn, days } =
    getDictionary(locale).hours;
  return (
    <OpenNow
      hours={settings.hours}
      exceptions={settings.exceptions}
      words={{ openNow, closedNow, closesAt, opensAt, opensTomorrow, opensOn, days }}
    />
  );
}

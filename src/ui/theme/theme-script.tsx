import type { Locale } from "@/lib/i18n/locale";
import { buildThemeScript } from "./build-theme-script";

/** Applies the stored theme before the first paint and preloads the web font, except with `saveData`. The only inline script. */
export function ThemeScript({ locale }: { locale: Locale }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant per language.
    <script dangerouslySetInnerHTML={{ __html: buildThemeScript(locale) }} />
  );
}

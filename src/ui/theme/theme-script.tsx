import type { Locale } from "@/lib/i18n/locale";

const FONTS = { fr: ["latin"], ar: ["arabic", "latin"] } as const;

const buildScript = (locale: Locale) =>
  `try{var t=localStorage.theme;if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch(e){}if((navigator.connection||{}).saveData)document.documentElement.dataset.saveData="";else ${JSON.stringify(FONTS[locale])}.forEach(function(f){var l=document.createElement("link");l.rel="preload";l.as="font";l.type="font/woff2";l.crossOrigin="";l.href="/fonts/readex-pro-"+f+".woff2";document.head.appendChild(l)})`;

/** Applies the stored theme before the first paint and preloads the web font, except with `saveData`. The only inline script. */
export function ThemeScript({ locale }: { locale: Locale }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant per language.
    <script dangerouslySetInnerHTML={{ __html: buildScript(locale) }} />
  );
}

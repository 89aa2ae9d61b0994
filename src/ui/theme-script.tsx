import type { Locale } from "@/lib/i18n/locale";

const FONTS = { fr: ["latin"], ar: ["arabic", "latin"] } as const;

const scriptFor = (locale: Locale) =>
  `try{var t=localStorage.theme;if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch(e){}if((navigator.connection||{}).saveData)document.documentElement.dataset.saveData="";else ${JSON.stringify(FONTS[locale])}.forEach(function(f){var l=document.createElement("link");l.rel="preload";l.as="font";l.type="font/woff2";l.crossOrigin="";l.href="/fonts/readex-pro-"+f+".woff2";document.head.appendChild(l)})`;

/** Before the first paint: the chosen theme, and the web font, unless somebody saves data. The site's only inline script. */
export function ThemeScript({ locale }: { locale: Locale }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of each language.
    <script dangerouslySetInnerHTML={{ __html: scriptFor(locale) }} />
  );
}

import type { Locale } from "@/lib/i18n/locale";

const FONTS = { fr: ["latin"], ar: ["arabic", "latin"] } as const;

/** The code of `ThemeScript`, which the Content-Security-Policy allows by its hash. */
export function buildThemeScript(locale: Locale): string {
  return `try{var t=localStorage.theme;if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch(e){}if((navigator.connection||{}).saveData)document.documentElement.dataset.saveData="";else ${JSON.stringify(FONTS[locale])}.forEach(function(f){var l=document.createElement("link");l.rel="preload";l.as="font";l.type="font/woff2";l.crossOrigin="";l.href="/fonts/readex-pro-"+f+".woff2";document.head.appendChild(l)})`;
}

import type { Locale } from "@/lib/i18n/locale";

/** A page of a few words, for answers given before Next is asked. */
export type PlainPage = Record<Locale, { title: string; text: string }>;

export const PLAIN_PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "private, no-store",
} as const;

/** Says it in both languages: a refused request has no language of its own. The texts are ours and need no escaping. */
export function plainPage({ fr, ar }: PlainPage): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${fr.title} · ${ar.title}</title></head><body><main>
<h1>${fr.title}</h1>
<p>${fr.text}</p>
<section lang="ar" dir="rtl"><h2>${ar.title}</h2>
<p>${ar.text}</p></section>
</main></body></html>
`;
}

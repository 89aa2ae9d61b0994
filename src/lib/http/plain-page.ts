import type { Locale } from "@/lib/i18n/locale";

/** The texts of an error page that is sent without Next. `text` may hold markup. */
export type PlainPage = Record<Locale, { title: string; text: string }>;

export const PLAIN_PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "private, no-store",
} as const;

/** Renders the page in both languages, because the request's language is not known yet. The texts are constants and not escaped. */
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

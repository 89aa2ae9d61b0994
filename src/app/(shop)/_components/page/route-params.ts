import { Slug } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { showNotFound } from "./not-found";
import { readLocale } from "./page-locale";

export interface SlugParams {
  locale: string;
  slug: string;
}

/** Returns the locale and the decoded slug; shows the 404 page when the slug is malformed. */
export async function readSlugParams(
  params: Promise<SlugParams>,
): Promise<{ locale: Locale; slug: string }> {
  const locale = await readLocale({ params });
  const decoded = Slug.safeParse(decode((await params).slug));
  return decoded.success ? { locale, slug: decoded.data } : showNotFound();
}

function decode(slug: string): string | null {
  try {
    return decodeURIComponent(slug);
  } catch {
    return null;
  }
}

import { notFound } from "next/navigation";
import { Slug } from "@/domain/catalogue/schema";
import { isLocale, type Locale } from "@/lib/i18n/locale";

export interface SlugParams {
  locale: string;
  slug: string;
}

/** The language and the slug as they are stored; the 404 page for what cannot be one. */
export async function readSlugParams(
  params: Promise<SlugParams>,
): Promise<{ locale: Locale; slug: string }> {
  const { locale, slug } = await params;
  const decoded = Slug.safeParse(decode(slug));
  if (!isLocale(locale) || !decoded.success) notFound();
  return { locale, slug: decoded.data };
}

function decode(slug: string): string | null {
  try {
    return decodeURIComponent(slug);
  } catch {
    return null;
  }
}

import { notFound } from "next/navigation";
import { Slug } from "@/domain/catalogue/schema";
import type { Locale } from "@/lib/i18n/locale";
import { readLocale } from "./page-locale";

export interface SlugParams {
  locale: string;
  slug: string;
}

/** The language and the slug as they are stored; the 404 page for what cannot be one. */
export async function readSlugParams(
  params: Promise<SlugParams>,
): Promise<{ locale: Locale; slug: string }> {
  const locale = await readLocale({ params });
  const decoded = Slug.safeParse(decode((await params).slug));
  return decoded.success ? { locale, slug: decoded.data } : notFound();
}

function decode(slug: string): string | null {
  try {
    return decodeURIComponent(slug);
  } catch {
    return null;
  }
}

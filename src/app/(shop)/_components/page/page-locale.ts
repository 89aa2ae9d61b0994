import { notFound } from "next/navigation";
import { findRouteLocale, type Locale } from "@/lib/i18n/locale";

export interface LocaleParams {
  params: Promise<{ locale: string }>;
}

/** Returns the locale of the page's first segment; shows the 404 page for an unknown one. */
export async function readLocale({ params }: LocaleParams): Promise<Locale> {
  return findRouteLocale((await params).locale) ?? notFound();
}

import { notFound } from "next/navigation";
import { findRouteLocale, type Locale } from "@/lib/i18n/locale";

export interface LocaleParams {
  params: Promise<{ locale: string }>;
}

/** The language of a page; the 404 page for any other first segment. */
export async function readLocale({ params }: LocaleParams): Promise<Locale> {
  return findRouteLocale((await params).locale) ?? notFound();
}

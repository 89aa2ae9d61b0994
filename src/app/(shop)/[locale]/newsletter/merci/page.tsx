import type { Metadata } from "next";
import { newsletterWords } from "@/lib/i18n/newsletter";
import { localPath } from "@/lib/i18n/paths";
import { type LocaleParams, readLocale } from "../../../_components/page-locale";
import { HomeLink, NewsletterPage, ownPageMetadata } from "../newsletter-page";

export const revalidate = 3600;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  return ownPageMetadata(locale, "/newsletter/merci", newsletterWords(locale).thanks.title);
}

/** Where the form leads without JavaScript; the same for everybody. */
export default async function ThanksPage(props: LocaleParams) {
  const locale = await readLocale(props);
  const { thanks } = newsletterWords(locale);
  return (
    <NewsletterPage locale={locale} title={thanks.title}>
      <p>{thanks.text}</p>
      <p>
        {thanks.late} <a href={localPath(locale, "/newsletter/inscription")}>{thanks.again}</a>
      </p>
      <HomeLink locale={locale} />
    </NewsletterPage>
  );
}

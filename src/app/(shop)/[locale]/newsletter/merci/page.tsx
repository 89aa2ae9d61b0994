import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getNewsletterDictionary } from "@/content/newsletter";
import { localPath } from "@/lib/i18n/paths";
import {
  buildPrivatePageMetadata,
  HomeLink,
  type LinkPageProps,
  NewsletterPage,
  readLinkParams,
} from "../newsletter-page";

const PATH = "/newsletter/merci";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLinkParams(props, PATH);
  return buildPrivatePageMetadata(locale, PATH, getNewsletterDictionary(locale).thanks.title);
}

/** The page after an accepted subscription without JavaScript. */
export default async function ThanksPage(props: LinkPageProps) {
  const { locale, outcome } = await readLinkParams(props, PATH);
  const { thanks } = getNewsletterDictionary(locale);
  if (outcome !== "fait") redirect(localPath(locale, "/newsletter/inscription"));
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

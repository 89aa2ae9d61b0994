import type { Metadata } from "next";
import { getNewsletterDictionary } from "@/content/newsletter";
import { localPath } from "@/lib/i18n/paths";
import { NewLinkForm } from "../new-link-form";
import {
  buildPrivatePageMetadata,
  HomeLink,
  type LinkPageProps,
  NewsletterPage,
  readLinkParams,
  WriteToShop,
} from "../newsletter-page";

const PATH = "/newsletter/nouveau-lien";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLinkParams(props, PATH);
  return buildPrivatePageMetadata(locale, PATH, getNewsletterDictionary(locale).newLink.title);
}

export default async function NewLinkPage(props: LinkPageProps) {
  const { locale, outcome } = await readLinkParams(props, PATH);
  const { newLink } = getNewsletterDictionary(locale);
  if (outcome === "fait") {
    return (
      <NewsletterPage locale={locale} title={newLink.sent}>
        <p>{newLink.sentText}</p>
        <p>
          <a href={localPath(locale, PATH)}>{newLink.again}</a>
        </p>
        <WriteToShop locale={locale} />
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  return (
    <NewsletterPage locale={locale} title={newLink.title}>
      <NewLinkForm locale={locale} outcome={outcome} />
      <WriteToShop locale={locale} />
      <HomeLink locale={locale} />
    </NewsletterPage>
  );
}

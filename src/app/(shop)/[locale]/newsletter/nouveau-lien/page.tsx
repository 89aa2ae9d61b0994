import type { Metadata } from "next";
import { newsletterWords } from "@/content/newsletter";
import { localPath } from "@/lib/i18n/paths";
import { NewLinkForm } from "../new-link-form";
import {
  HomeLink,
  type LinkPageProps,
  NewsletterPage,
  ownPageMetadata,
  readLink,
  WriteToShop,
} from "../newsletter-page";

const PATH = "/newsletter/nouveau-lien";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLink(props, PATH);
  return ownPageMetadata(locale, PATH, newsletterWords(locale).newLink.title);
}

export default async function NewLinkPage(props: LinkPageProps) {
  const { locale, outcome } = await readLink(props, PATH);
  const { newLink } = newsletterWords(locale);
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

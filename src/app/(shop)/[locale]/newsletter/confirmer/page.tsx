import type { Metadata } from "next";
import { getNewsletterDictionary } from "@/content/newsletter";
import { localPath } from "@/lib/i18n/paths";
import {
  buildPrivatePageMetadata,
  HomeLink,
  LinkError,
  type LinkPageProps,
  NewsletterPage,
  readLinkParams,
} from "../newsletter-page";
import { TokenForm } from "../token-form";

const PATH = "/newsletter/confirmer";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLinkParams(props, PATH);
  return buildPrivatePageMetadata(locale, PATH, getNewsletterDictionary(locale).confirm.title);
}

export default async function ConfirmPage(props: LinkPageProps) {
  const { locale, token, outcome } = await readLinkParams(props, PATH);
  const { confirm, dead, unsubscribe } = getNewsletterDictionary(locale);
  if (outcome === "fait") {
    return (
      <NewsletterPage locale={locale} title={confirm.done}>
        <p>{confirm.doneText}</p>
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  if (outcome === "expire" || token === "") {
    return (
      <NewsletterPage locale={locale} title={confirm.title}>
        <p>
          {dead} <a href={localPath(locale, "/newsletter/inscription")}>{unsubscribe.again}</a>
        </p>
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  return (
    <NewsletterPage locale={locale} title={confirm.title}>
      <LinkError locale={locale} outcome={outcome} />
      <p>{confirm.text}</p>
      <TokenForm locale={locale} token={token} route="confirm" action={confirm.action} />
    </NewsletterPage>
  );
}

import type { Metadata } from "next";
import { newsletterWords } from "@/content/newsletter";
import { localPath } from "@/lib/i18n/paths";
import {
  HomeLink,
  type LinkPageProps,
  NewsletterPage,
  ownPageMetadata,
  Problem,
  readLink,
} from "../newsletter-page";
import { TokenForm } from "../token-form";

const PATH = "/newsletter/confirmer";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLink(props, PATH);
  return ownPageMetadata(locale, PATH, newsletterWords(locale).confirm.title);
}

export default async function ConfirmPage(props: LinkPageProps) {
  const { locale, token, outcome } = await readLink(props, PATH);
  const { confirm, dead, unsubscribe } = newsletterWords(locale);
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
      <Problem locale={locale} outcome={outcome} />
      <p>{confirm.text}</p>
      <TokenForm locale={locale} token={token} route="confirm" action={confirm.action} />
    </NewsletterPage>
  );
}

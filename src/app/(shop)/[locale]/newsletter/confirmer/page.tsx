import type { Metadata } from "next";
import { newsletterWords } from "@/lib/i18n/newsletter";
import {
  HomeLink,
  type LinkPageProps,
  NewsletterPage,
  ownPageMetadata,
  Problem,
  readLink,
} from "../newsletter-page";
import { TokenForm } from "../token-form";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLink(props);
  return ownPageMetadata(locale, "/newsletter/confirmer", newsletterWords(locale).confirm.title);
}

export default async function ConfirmPage(props: LinkPageProps) {
  const { locale, token, state } = await readLink(props);
  const { confirm, dead } = newsletterWords(locale);
  if (state === "fait") {
    return (
      <NewsletterPage locale={locale} title={confirm.done}>
        <p>{confirm.doneText}</p>
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  if (state === "expire" || token === "") {
    return (
      <NewsletterPage locale={locale} title={confirm.title}>
        <p>{dead}</p>
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  return (
    <NewsletterPage locale={locale} title={confirm.title}>
      <Problem locale={locale} state={state} />
      <p>{confirm.text}</p>
      <TokenForm locale={locale} token={token} route="confirm" action={confirm.action} />
    </NewsletterPage>
  );
}

import type { Metadata } from "next";
import { newsletterWords } from "@/lib/i18n/newsletter";
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

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLink(props);
  const { title } = newsletterWords(locale).unsubscribe;
  return ownPageMetadata(locale, "/newsletter/desinscription", title);
}

export default async function UnsubscribePage(props: LinkPageProps) {
  const { locale, token, state } = await readLink(props);
  const { unsubscribe } = newsletterWords(locale);
  if (state === "fait") {
    return (
      <NewsletterPage locale={locale} title={unsubscribe.done}>
        <p>{unsubscribe.doneText}</p>
        <p>
          {unsubscribe.back}{" "}
          <a href={localPath(locale, "/newsletter/inscription")}>{unsubscribe.again}</a>
        </p>
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  return (
    <NewsletterPage locale={locale} title={unsubscribe.title}>
      <Problem locale={locale} state={state} />
      <p>{unsubscribe.text}</p>
      <TokenForm locale={locale} token={token} route="unsubscribe" action={unsubscribe.action} />
    </NewsletterPage>
  );
}

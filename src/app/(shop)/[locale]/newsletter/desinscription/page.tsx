import type { Metadata } from "next";
import { getNewsletterDictionary } from "@/content/newsletter";
import type { SubscriptionDetails } from "@/domain/newsletter/schema";
import { findSubscriptionByToken } from "@/domain/newsletter/subscription/published";
import { localPath } from "@/lib/i18n/paths";
import { NewLinkForm } from "../new-link-form";
import {
  buildPrivatePageMetadata,
  HomeLink,
  LinkError,
  type LinkPageProps,
  NewsletterPage,
  readLinkParams,
  WriteToShop,
} from "../newsletter-page";
import { TokenForm } from "../token-form";

const PATH = "/newsletter/desinscription";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLinkParams(props, PATH);
  return buildPrivatePageMetadata(locale, PATH, getNewsletterDictionary(locale).unsubscribe.title);
}

/** Shows the subscription's state from the database, not from the address. */
export default async function UnsubscribePage(props: LinkPageProps) {
  const { locale, token, outcome } = await readLinkParams(props, PATH);
  const { unsubscribe } = getNewsletterDictionary(locale);
  const subscription = await findSubscriptionByToken(token);
  if (!subscription) {
    return (
      <NewsletterPage locale={locale} title={unsubscribe.title}>
        <p>{unsubscribe.broken}</p>
        <NewLinkForm locale={locale} />
        <WriteToShop locale={locale} />
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  if (!receivesMail(subscription)) {
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
      <LinkError locale={locale} outcome={outcome} />
      <p>{unsubscribe.text}</p>
      <TokenForm locale={locale} token={token} route="unsubscribe" action={unsubscribe.action} />
    </NewsletterPage>
  );
}

function receivesMail({ status }: SubscriptionDetails): boolean {
  return status === "CONFIRMED" || status === "PENDING";
}

import type { Metadata } from "next";
import { getNewsletterDictionary } from "@/content/newsletter";
import { Source } from "@/domain/newsletter/schema";
import { NewsletterForm } from "../../../_components/newsletter/newsletter-form";
import {
  buildPrivatePageMetadata,
  findRestoredEmail,
  type LinkPageProps,
  NewsletterPage,
  readLinkParams,
} from "../newsletter-page";

const PATH = "/newsletter/inscription";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLinkParams(props, PATH);
  return buildPrivatePageMetadata(locale, PATH, getNewsletterDictionary(locale).heading);
}

/** The subscription form for browsers without JavaScript, refilled after an error. */
export default async function SubscribePage(props: LinkPageProps) {
  const { locale, query, outcome } = await readLinkParams(props, PATH);
  const { heading, lead, wrong } = getNewsletterDictionary(locale);
  const problem = Object.entries(wrong).find(([name]) => name === outcome)?.[1];
  return (
    <NewsletterPage locale={locale} title={heading}>
      <p>{lead}</p>
      <NewsletterForm
        locale={locale}
        place="page"
        source={Source.catch("page").parse(query.source)}
        failed={problem ? { message: problem, typed: await findRestoredEmail() } : undefined}
      />
    </NewsletterPage>
  );
}

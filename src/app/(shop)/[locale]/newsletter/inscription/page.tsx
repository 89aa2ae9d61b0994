import type { Metadata } from "next";
import { newsletterWords } from "@/content/newsletter";
import { Source } from "@/domain/newsletter/schema";
import { NewsletterForm } from "../../../_components/newsletter-form";
import {
  findTypedEmail,
  type LinkPageProps,
  NewsletterPage,
  ownPageMetadata,
  readLink,
} from "../newsletter-page";

const PATH = "/newsletter/inscription";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLink(props, PATH);
  return ownPageMetadata(locale, PATH, newsletterWords(locale).heading);
}

/** The form again, with what was typed, for a browser that runs no script. */
export default async function SubscribePage(props: LinkPageProps) {
  const { locale, asked, outcome } = await readLink(props, PATH);
  const { heading, lead, wrong } = newsletterWords(locale);
  const problem = Object.entries(wrong).find(([name]) => name === outcome)?.[1];
  return (
    <NewsletterPage locale={locale} title={heading}>
      <p>{lead}</p>
      <NewsletterForm
        locale={locale}
        place="page"
        source={Source.catch("page").parse(asked.source)}
        {...(problem && { failed: { message: problem, typed: await findTypedEmail() } })}
      />
    </NewsletterPage>
  );
}

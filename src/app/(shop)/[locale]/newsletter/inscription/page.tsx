import type { Metadata } from "next";
import { cookies } from "next/headers";
import { KEPT_NEWSLETTER_FORM } from "@/app/kept-newsletter-form";
import { Source } from "@/domain/newsletter/schema";
import { readKeptForm } from "@/lib/http/kept-form";
import { newsletterWords } from "@/lib/i18n/newsletter";
import { NewsletterForm } from "../../../_components/newsletter-form";
import { type LinkPageProps, NewsletterPage, ownPageMetadata, readLink } from "../newsletter-page";

const PATH = "/newsletter/inscription";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLink(props, PATH);
  return ownPageMetadata(locale, PATH, newsletterWords(locale).heading);
}

/** The form again, with what was typed, for a browser that runs no script. */
export default async function SubscribePage(props: LinkPageProps) {
  const { locale, asked } = await readLink(props, PATH);
  const { heading, lead, wrong } = newsletterWords(locale);
  const problem = Object.entries(wrong).find(([name]) => name === asked.erreur)?.[1];
  const kept = readKeptForm((await cookies()).get(KEPT_NEWSLETTER_FORM)?.value);
  const typed = kept?.values.email ?? "";
  return (
    <NewsletterPage locale={locale} title={heading}>
      <p>{lead}</p>
      <NewsletterForm
        locale={locale}
        place="page"
        source={Source.catch("page").parse(asked.source)}
        {...(problem && { failed: { message: problem, typed } })}
      />
    </NewsletterPage>
  );
}

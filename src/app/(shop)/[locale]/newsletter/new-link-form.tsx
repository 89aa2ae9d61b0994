import { getNewsletterDictionary } from "@/content/newsletter";
import type { Locale } from "@/lib/i18n/locale";
import { NewsletterEmail } from "../../_components/newsletter/newsletter-email";
import form from "../../_components/newsletter/newsletter-form.module.css";
import { findRestoredEmail } from "./newsletter-page";

interface Props {
  locale: Locale;
  /** The outcome of the previous submission. */
  outcome?: string | null;
}

/** Requests new links by e-mail for a subscriber whose link does not work. */
export async function NewLinkForm({ locale, outcome }: Props) {
  const { newLink, email, wrong } = getNewsletterDictionary(locale);
  const problem = new Map([
    ["adresse", wrong.adresse],
    ["panne", newLink.failed],
  ]).get(outcome ?? "");
  return (
    <form method="post" action="/api/public/newsletter/links" className={form.form}>
      <p id="nouveau-lien-texte">{newLink.text}</p>
      <input type="hidden" name="locale" value={locale} />
      <label htmlFor="nouveau-lien">{email}</label>
      <NewsletterEmail
        id="nouveau-lien"
        typed={problem && (await findRestoredEmail())}
        isInvalid={problem !== undefined}
        describedBy="nouveau-lien-texte nouveau-lien-erreur"
        action={newLink.action}
      />
      <p id="nouveau-lien-erreur" role="alert" className={form.problem}>
        {problem}
      </p>
    </form>
  );
}

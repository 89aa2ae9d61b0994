import { getNewsletterDictionary } from "@/content/newsletter";
import type { Locale } from "@/lib/i18n/locale";
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
      <div className={form.row}>
        <input
          id="nouveau-lien"
          className={form.email}
          // Not type="email": browsers refuse invisible marks and accented names there before they reach the server.
          name="email"
          required
          pattern=".+@.+"
          title="nom@exemple.ma"
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="email"
          inputMode="email"
          dir="ltr"
          defaultValue={problem && (await findRestoredEmail())}
          aria-invalid={problem ? true : undefined}
          aria-describedby="nouveau-lien-texte nouveau-lien-erreur"
        />
        <button type="submit" className="button">
          {newLink.action}
        </button>
      </div>
      <p id="nouveau-lien-erreur" role="alert" className={form.problem}>
        {problem}
      </p>
    </form>
  );
}

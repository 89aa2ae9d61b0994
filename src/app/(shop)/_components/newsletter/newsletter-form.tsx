import { getNewsletterDictionary } from "@/content/newsletter";
import { FORM_WORDING, getWording } from "@/domain/newsletter/subscription/wordings";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { NewsletterEmail } from "./newsletter-email";
import styles from "./newsletter-form.module.css";
import { NewsletterSubmit } from "./newsletter-submit";

interface Props {
  locale: Locale;
  /** Where the form is shown, stored with the consent: "footer", "product:<slug>". */
  source: string;
  /** Makes the element ids unique on the page when the source does not. */
  place?: string;
  /** The error and the typed address of a form posted without JavaScript. */
  failed?: { message: string; typed: string };
}

/** Works without JavaScript: the route then redirects to a page with the outcome. */
export function NewsletterForm({ locale, source, place, failed }: Props) {
  const words = getNewsletterDictionary(locale);
  const id = `newsletter-${place ?? source.split(":")[0]}`;
  const { sending, sent, wrong } = words;
  const agreement = (
    <p id={`${id}-accord`} className={styles.wording}>
      {getWording(FORM_WORDING, locale)}{" "}
      <a href={localPath(locale, "/confidentialite")}>{words.privacy}</a>
    </p>
  );
  return (
    <NewsletterSubmit
      words={{ sending, sent, ...wrong }}
      failed={failed?.message}
      errorId={`${id}-erreur`}
      agreement={agreement}
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="source" value={source} />
      <div className={styles.trap} aria-hidden="true">
        <label htmlFor={`${id}-site`}>{words.trap}</label>
        <input id={`${id}-site`} name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <label htmlFor={id}>{words.email}</label>
      <NewsletterEmail
        id={id}
        typed={failed?.typed}
        isInvalid={failed !== undefined}
        describedBy={`${id}-accord ${id}-erreur`}
        action={words.submit}
      />
    </NewsletterSubmit>
  );
}

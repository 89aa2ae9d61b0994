import { FORM_REFUSAL_PAGES } from "@/content/refusal-pages";
import { NEWSLETTER_FLASH_FORM } from "@/domain/newsletter/rules";
import { Source } from "@/domain/newsletter/schema";
import type { AppError } from "@/lib/errors";
import { buildFlashFormCookie, type FlashForm, pickFlashValues } from "@/lib/http/flash-form";
import { signFormOutcome } from "@/lib/http/form-outcome";
import type { FormFields, FormResponses } from "@/lib/http/form-post";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

/** The language of the page with the form. */
function getFormLocale({ locale }: FormFields): Locale {
  return isLocale(locale) ? locale : "fr";
}

/** Redirects a form behind a signed link back to its page, which shows the outcome. */
export function buildLinkFormResponses(
  path: string,
  done: string,
  keepsToken = false,
): FormResponses {
  const buildRedirect = (fields: FormFields, outcome: string, withToken: boolean) => {
    const { token } = fields;
    const query = new URLSearchParams({ etat: signFormOutcome(path, outcome) });
    if (withToken && typeof token === "string" && token.length <= 500) query.set("token", token);
    return { path: `${localPath(getFormLocale(fields), path)}?${query}` };
  };
  return {
    refusalPages: FORM_REFUSAL_PAGES,
    done: (_, fields) => buildRedirect(fields, done, keepsToken),
    failed: (error, fields) => buildRedirect(fields, getOutcome(error), true),
  };
}

function getOutcome({ code }: AppError): string {
  return code === "GONE" || code === "VALIDATION_ERROR" ? "expire" : "panne";
}

/** Maximum of RFC 5321. */
const MAX_EMAIL_LENGTH = 254;

/** Redirects a form with an e-mail field to one of two pages below /newsletter; on failure that page shows the typed address again. */
export function buildAddressFormResponses(pages: { done: string; failed: string }): FormResponses {
  const buildRedirect = (
    page: string,
    outcome: string,
    fields: FormFields,
    flashForm: FlashForm | null,
  ) => {
    const folder = localPath(getFormLocale(fields), "/newsletter");
    const query = new URLSearchParams({ etat: signFormOutcome(`/newsletter/${page}`, outcome) });
    const source = Source.safeParse(fields.source);
    if (flashForm && source.success) query.set("source", source.data);
    return {
      path: `${folder}/${page}?${query}`,
      cookies: [buildFlashFormCookie(NEWSLETTER_FLASH_FORM, folder, flashForm)],
    };
  };
  return {
    refusalPages: FORM_REFUSAL_PAGES,
    done: (_, fields) => buildRedirect(pages.done, "fait", fields, null),
    failed: ({ code }, fields) => {
      const typed = pickFlashValues(fields, { email: MAX_EMAIL_LENGTH });
      const outcome = code === "VALIDATION_ERROR" ? "adresse" : "panne";
      return buildRedirect(pages.failed, outcome, fields, { ...typed, invalid: ["email"], code });
    },
  };
}

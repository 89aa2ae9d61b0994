import { NEWSLETTER_FLASH_FORM } from "@/app/newsletter-flash-form";
import { Source } from "@/domain/newsletter/schema";
import type { AppError } from "@/lib/errors";
import { buildFlashFormCookie, type FlashForm, pickFlashValues } from "@/lib/http/flash-form";
import { signFormOutcome } from "@/lib/http/form-outcome";
import type { FormFields, FormResponses } from "@/lib/http/form-post";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

/** The language of the page that posted. */
function getFormLocale({ locale }: FormFields): Locale {
  return isLocale(locale) ? locale : "fr";
}

/** Leads a form of a page behind a signed link back to that page, which shows the outcome. */
export function buildLinkFormAnswers(
  path: string,
  done: string,
  keepsToken = false,
): FormResponses {
  const leadTo = (fields: FormFields, outcome: string, withToken: boolean) => {
    const { token } = fields;
    const query = new URLSearchParams({ etat: signFormOutcome(path, outcome) });
    if (withToken && typeof token === "string" && token.length <= 500) query.set("token", token);
    return { path: `${localPath(getFormLocale(fields), path)}?${query}` };
  };
  return {
    done: (_, fields) => leadTo(fields, done, keepsToken),
    failed: (error, fields) => leadTo(fields, getOutcome(error), true),
  };
}

function getOutcome({ code }: AppError): string {
  return code === "GONE" || code === "VALIDATION_ERROR" ? "expire" : "panne";
}

/** RFC 5321 allows no longer address. */
const MAX_EMAIL_LENGTH = 254;

/** Leads a form that asks for an address to one page or the other below /newsletter; on failure the address is kept. */
export function buildAddressFormAnswers(pages: { done: string; failed: string }): FormResponses {
  const leadTo = (page: string, outcome: string, fields: FormFields, kept: FlashForm | null) => {
    const folder = localPath(getFormLocale(fields), "/newsletter");
    const query = new URLSearchParams({ etat: signFormOutcome(`/newsletter/${page}`, outcome) });
    const source = Source.safeParse(fields.source);
    if (kept && source.success) query.set("source", source.data);
    return {
      path: `${folder}/${page}?${query}`,
      cookies: [buildFlashFormCookie(NEWSLETTER_FLASH_FORM, folder, kept)],
    };
  };
  return {
    done: (_, fields) => leadTo(pages.done, "fait", fields, null),
    failed: ({ code }, fields) => {
      const typed = pickFlashValues(fields, { email: MAX_EMAIL_LENGTH });
      const outcome = code === "VALIDATION_ERROR" ? "adresse" : "panne";
      return leadTo(pages.failed, outcome, fields, { ...typed, invalid: ["email"], code });
    },
  };
}

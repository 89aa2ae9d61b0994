import type { AppError } from "@/lib/errors";
import { signOutcome } from "@/lib/http/form-outcome";
import type { FormAnswers, FormFields } from "@/lib/http/form-post";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

/** The language of the page that posted. */
export function localeIn({ locale }: FormFields): Locale {
  return isLocale(locale) ? locale : "fr";
}

/** Leads a form of a page behind a signed link back to that page, which shows the outcome. */
export function backTo(path: string, done: string, keepsToken = false): FormAnswers {
  const leadTo = (fields: FormFields, outcome: string, withToken: boolean) => {
    const { token } = fields;
    const query = new URLSearchParams({ etat: signOutcome(path, outcome) });
    if (withToken && typeof token === "string" && token.length <= 500) query.set("token", token);
    return { path: `${localPath(localeIn(fields), path)}?${query}` };
  };
  return {
    done: (_, fields) => leadTo(fields, done, keepsToken),
    failed: (error, fields) => leadTo(fields, outcomeOf(error), true),
  };
}

function outcomeOf({ code }: AppError): string {
  return code === "GONE" || code === "VALIDATION_ERROR" ? "expire" : "panne";
}

import type { AppError } from "@/lib/errors";
import type { FormAnswers, FormFields } from "@/lib/http/form-post";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";

/** The language of the page that posted. */
export function localeIn({ locale }: FormFields): Locale {
  return isLocale(locale) ? locale : "fr";
}

/** Where to a form of a page behind a signed link leads: to that page again, which says what has happened. */
export function backTo(path: string, done: string, keepsToken = false): FormAnswers {
  const leadTo = (fields: FormFields, state: string, withToken: boolean) => {
    const { token } = fields;
    const query = new URLSearchParams({ etat: state });
    if (withToken && typeof token === "string" && token.length <= 500) query.set("token", token);
    return { path: `${localPath(localeIn(fields), path)}?${query}` };
  };
  return {
    done: (_, fields) => leadTo(fields, done, keepsToken),
    failed: (error, fields) => leadTo(fields, stateOf(error), true),
  };
}

function stateOf({ code }: AppError): string {
  return code === "GONE" || code === "VALIDATION_ERROR" ? "expire" : "panne";
}

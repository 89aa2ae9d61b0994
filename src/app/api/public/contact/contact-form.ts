import { CONTACT_FIELDS, KEPT_CONTACT_FORM } from "@/domain/messaging/contact-limits";
import { ContactReceipt } from "@/domain/messaging/contact-schema";
import type { FormAnswers, FormFields } from "@/lib/http/form-post";
import { keptFormCookie } from "@/lib/http/kept-form";
import { localPath } from "@/lib/i18n/paths";

/** Where browsers without JavaScript go: `next.config.ts` sends these addresses to a page that is made for one request. */
export const contactForm: FormAnswers = {
  done: (result, fields) => {
    const { reference } = ContactReceipt.parse(result);
    const page = pageOf(fields);
    return {
      path: `${page}?envoye=${reference}`,
      cookies: [keptFormCookie(KEPT_CONTACT_FORM, page, null)],
    };
  },
  failed: (error, fields) => {
    const page = pageOf(fields);
    const kept = ["productSlug", ...CONTACT_FIELDS];
    const values = Object.entries(fields).filter(
      (entry): entry is [string, string] => kept.includes(entry[0]) && typeof entry[1] === "string",
    );
    const named = Object.keys(error.details ?? {});
    const form = {
      values: Object.fromEntries(values),
      invalid: CONTACT_FIELDS.filter((name) => named.includes(name)),
      code: error.code,
      isCut: false,
    };
    return {
      path: `${page}?erreur=1#ecrire`,
      cookies: [keptFormCookie(KEPT_CONTACT_FORM, page, form)],
    };
  },
};

function pageOf({ locale }: FormFields): string {
  return localPath(locale === "ar" ? "ar" : "fr", "/contact");
}

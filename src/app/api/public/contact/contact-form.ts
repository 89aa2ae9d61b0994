import { FORM_REFUSAL_PAGES } from "@/content/refusal-pages";
import {
  CONTACT_FIELDS,
  CONTACT_FLASH_FORM,
  CONTACT_MAX_LENGTH,
  type InvalidContactField,
} from "@/domain/messaging/contact/limits";
import { ContactReceipt } from "@/domain/messaging/contact/schema";
import { buildFlashFormCookie, pickFlashValues } from "@/lib/http/flash-form";
import { signFormOutcome } from "@/lib/http/form-outcome";
import type { FormFields, FormResponses } from "@/lib/http/form-post";
import { localPath } from "@/lib/i18n/paths";

/** The schema accepts input of this length before it trims blanks. */
const MAX_KEPT_LENGTH = {
  productSlug: 300,
  ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, CONTACT_MAX_LENGTH[name] * 2])),
};

/** Redirects browsers without JavaScript. `next.routes.ts` rewrites these URLs to a dynamic page. */
export const contactForm: FormResponses = {
  refusalPages: FORM_REFUSAL_PAGES,
  done: (result, fields) => {
    const { reference } = ContactReceipt.parse(result);
    const page = getContactPage(fields);
    return {
      path: `${page}?envoye=${signFormOutcome("/contact", reference)}`,
      cookies: [buildFlashFormCookie(CONTACT_FLASH_FORM, page, null)],
    };
  },
  failed: (error, fields) => {
    const page = getContactPage(fields);
    const named = Object.keys(error.details ?? {});
    const form = {
      ...pickFlashValues(fields, MAX_KEPT_LENGTH),
      invalid: findInvalidFields(named, fields),
      code: error.code,
    };
    return {
      path: `${page}?erreur=1#ecrire`,
      cookies: [buildFlashFormCookie(CONTACT_FLASH_FORM, page, form)],
    };
  },
};

/** The fields in the error details. Where both e-mail and phone are empty, returns "reach" instead of "email". */
function findInvalidFields(
  named: readonly string[],
  { email, phone }: FormFields,
): InvalidContactField[] {
  const isBlank = (value: unknown) => typeof value !== "string" || value.trim() === "";
  const lacksReach = named.includes("email") && isBlank(email) && isBlank(phone);
  const fields = CONTACT_FIELDS.filter((name) => named.includes(name));
  return lacksReach ? [...fields.filter((name) => name !== "email"), "reach"] : fields;
}

function getContactPage({ locale }: FormFields): string {
  return localPath(locale === "ar" ? "ar" : "fr", "/contact");
}

import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { KEPT_NEWSLETTER_FORM } from "@/app/kept-newsletter-form";
import { Source, SubscriptionRequest } from "@/domain/newsletter/schema";
import { requestSubscription } from "@/domain/newsletter/subscribe-commands";
import { defineRoute } from "@/lib/http/define-route";
import { signOutcome } from "@/lib/http/form-outcome";
import type { FormFields } from "@/lib/http/form-post";
import { keptFormCookie, keptValues } from "@/lib/http/kept-form";
import { localPath } from "@/lib/i18n/paths";
import { localeIn } from "../form-pages";

export const POST = defineRoute({
  summary: "Ask for the newsletter; the answer is the same whatever is known of the address",
  access: "public",
  limit: NEWSLETTER_FORMS,
  status: 202,
  body: SubscriptionRequest,
  answers: z.null(),
  form: {
    done: (_, fields) => {
      const locale = localeIn(fields);
      return {
        path: `${localPath(locale, "/newsletter/merci")}?etat=${signOutcome("/newsletter/merci", "fait")}`,
        cookies: [keptFormCookie(KEPT_NEWSLETTER_FORM, localPath(locale, "/newsletter"), null)],
      };
    },
    failed: ({ code }, fields) => {
      const folder = localPath(localeIn(fields), "/newsletter");
      const kept = { ...keptValues(fields, { email: LONGEST_EMAIL }), invalid: ["email"], code };
      return {
        path: `${folder}/inscription?erreur=${code === "VALIDATION_ERROR" ? "adresse" : "panne"}${sourceOf(fields)}`,
        cookies: [keptFormCookie(KEPT_NEWSLETTER_FORM, folder, kept)],
      };
    },
  },
  handle: async ({ body }) => {
    await requestSubscription(body);
    wakeOutbox();
    return null;
  },
});

const LONGEST_EMAIL = 254;

function sourceOf({ source }: FormFields): string {
  const { data } = Source.safeParse(source);
  return data ? `&source=${encodeURIComponent(data)}` : "";
}

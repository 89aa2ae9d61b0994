import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { typedEmailCookie } from "@/app/typed-email";
import { Source, SubscriptionRequest } from "@/domain/newsletter/schema";
import { requestSubscription } from "@/domain/newsletter/subscribe-commands";
import { defineRoute } from "@/lib/http/define-route";
import type { FormFields } from "@/lib/http/form-post";
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
    done: (_, fields) => ({
      path: localPath(localeIn(fields), "/newsletter/merci"),
      cookies: [typedEmailCookie("")],
    }),
    failed: ({ code }, fields) => ({
      path: `${localPath(localeIn(fields), "/newsletter/inscription")}?erreur=${WRONG[code] ?? "panne"}${sourceOf(fields)}`,
      cookies: [typedEmailCookie(fields.email)],
    }),
  },
  handle: async ({ body }) => {
    await requestSubscription(body);
    wakeOutbox();
    return null;
  },
});

const WRONG: Record<string, string> = { VALIDATION_ERROR: "adresse", RATE_LIMITED: "limite" };

function sourceOf({ source }: FormFields): string {
  const { data } = Source.safeParse(source);
  return data ? `&source=${encodeURIComponent(data)}` : "";
}

import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { findVisitor } from "@/domain/consent/cookies";
import { Confirmation } from "@/domain/newsletter/schema";
import { confirmSubscription } from "@/domain/newsletter/subscription/subscribe-commands";
import { defineRoute } from "@/lib/http/define-route";
import { buildLinkFormResponses } from "../form-pages";

export const POST = defineRoute({
  summary: "Confirm a subscription by the token of a confirmation mail",
  access: "public",
  limit: NEWSLETTER_FORMS,
  body: Confirmation,
  response: z.null(),
  form: buildLinkFormResponses("/newsletter/confirmer", "fait"),
  handle: async ({ request, body }) => {
    const visitor = findVisitor(request.headers, "newsletter");
    await confirmSubscription(body.token, visitor?.personId);
    wakeOutbox();
    return null;
  },
});

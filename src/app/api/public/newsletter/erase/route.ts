import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { SignedLinkRequest } from "@/domain/newsletter/schema";
import { eraseSubscriptionByToken } from "@/domain/newsletter/subscription/commands";
import { defineRoute } from "@/lib/http/define-route";
import { buildLinkFormResponses } from "../form-pages";

export const POST = defineRoute({
  summary: "Erase the subscriber that a signed link identifies",
  access: "public",
  limit: NEWSLETTER_FORMS,
  body: SignedLinkRequest,
  response: z.null(),
  form: buildLinkFormResponses("/newsletter/preferences", "efface"),
  handle: async ({ body }) => {
    await eraseSubscriptionByToken(body.token);
    return null;
  },
});

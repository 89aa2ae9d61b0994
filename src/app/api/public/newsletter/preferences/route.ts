import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { PreferenceChange } from "@/domain/newsletter/schema";
import { changeLanguage } from "@/domain/newsletter/subscription/commands";
import { defineRoute } from "@/lib/http/define-route";
import { buildLinkFormResponses } from "../form-pages";

export const POST = defineRoute({
  summary: "Change the language of a subscription by a signed link",
  access: "public",
  limit: NEWSLETTER_FORMS,
  body: PreferenceChange,
  response: z.null(),
  form: buildLinkFormResponses("/newsletter/preferences", "langue", true),
  handle: async ({ body }) => {
    await changeLanguage(body.token, body.language);
    return null;
  },
});

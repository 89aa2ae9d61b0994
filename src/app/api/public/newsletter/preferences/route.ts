import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { PreferenceChange } from "@/domain/newsletter/schema";
import { changeLanguage } from "@/domain/newsletter/subscription/commands";
import { defineRoute } from "@/lib/http/define-route";
import { buildLinkFormAnswers } from "../form-pages";

export const POST = defineRoute({
  summary: "Change the language of one's newsletter, by a signed link",
  access: "public",
  limit: NEWSLETTER_FORMS,
  body: PreferenceChange,
  response: z.null(),
  form: buildLinkFormAnswers("/newsletter/preferences", "langue", true),
  handle: async ({ body }) => {
    await changeLanguage(body.token, body.language);
    return null;
  },
});

import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { SignedLinkRequest } from "@/domain/newsletter/schema";
import { eraseSubscriptionByToken } from "@/domain/newsletter/subscription/commands";
import { defineRoute } from "@/lib/http/define-route";
import { buildLinkFormAnswers } from "../form-pages";

export const POST = defineRoute({
  summary: "Erase what the newsletter keeps of the holder of a signed link",
  access: "public",
  limit: NEWSLETTER_FORMS,
  body: SignedLinkRequest,
  response: z.null(),
  form: buildLinkFormAnswers("/newsletter/preferences", "efface"),
  handle: async ({ body }) => {
    await eraseSubscriptionByToken(body.token);
    return null;
  },
});

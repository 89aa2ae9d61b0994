import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { OwnRequest } from "@/domain/newsletter/schema";
import { eraseOwn } from "@/domain/newsletter/subscription/commands";
import { defineRoute } from "@/lib/http/define-route";
import { backTo } from "../form-pages";

export const POST = defineRoute({
  summary: "Erase what the newsletter keeps of the holder of a signed link",
  access: "public",
  limit: NEWSLETTER_FORMS,
  body: OwnRequest,
  response: z.null(),
  form: backTo("/newsletter/preferences", "efface"),
  handle: async ({ body }) => {
    await eraseOwn(body.token);
    return null;
  },
});

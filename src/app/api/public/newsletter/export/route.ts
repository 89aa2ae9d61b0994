import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { SignedLinkRequest } from "@/domain/newsletter/schema";
import { exportSubscriptionByToken } from "@/domain/newsletter/subscription/published";
import { defineRoute } from "@/lib/http/define-route";
import { buildLinkFormResponses } from "../form-pages";

export const POST = defineRoute({
  summary: "Download all data of the subscriber that a signed link identifies",
  access: "public",
  limit: NEWSLETTER_FORMS,
  body: SignedLinkRequest,
  response: z.unknown(),
  form: buildLinkFormResponses("/newsletter/preferences", "export", true),
  handle: async ({ body }) => {
    const data = await exportSubscriptionByToken(body.token);
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="newsletter-mes-donnees.json"',
        "cache-control": "private, no-store",
      },
    });
  },
});

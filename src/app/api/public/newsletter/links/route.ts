import { z } from "zod";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { requestLinks } from "@/domain/newsletter/link-commands";
import { LinkRequest } from "@/domain/newsletter/schema";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { afterResponse } from "@/lib/http/after-response";
import { defineRoute } from "@/lib/http/define-route";
import { buildAddressFormResponses } from "../form-pages";

export const POST = defineRoute({
  summary:
    "Mail a subscriber new links; the response is the same for addresses without a subscription",
  access: "public",
  limit: NEWSLETTER_FORMS,
  status: 202,
  body: LinkRequest,
  response: z.null(),
  form: buildAddressFormResponses({ done: "nouveau-lien", failed: "nouveau-lien" }),
  handle: async ({ body }) => {
    afterResponse(async () => {
      await requestLinks(body);
      await sendDueMails();
    });
    return null;
  },
});

import { z } from "zod";
import { captureForVisitor } from "@/app/api/capture-for-visitor";
import { NEWSLETTER_FORMS } from "@/app/api/limits";
import { readRefererPlace, trackEvents } from "@/app/api/track-event";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { SubscriptionRequest } from "@/domain/newsletter/schema";
import { requestSubscription } from "@/domain/newsletter/subscription/subscribe-commands";
import { defineRoute } from "@/lib/http/define-route";
import { buildAddressFormResponses } from "../form-pages";

export const POST = defineRoute({
  summary: "Request a subscription; the response is the same for every address",
  access: "public",
  limit: NEWSLETTER_FORMS,
  status: 202,
  body: SubscriptionRequest,
  response: z.null(),
  form: buildAddressFormResponses({ done: "merci", failed: "inscription" }),
  handle: async ({ request, address, body }) => {
    await requestSubscription(body);
    wakeOutbox();
    if (!body.website) {
      const place = readRefererPlace(request.headers);
      trackEvents(request.headers, address, [{ eventType: "newsletter_subscribe", ...place }]);
      captureForVisitor(request, "newsletter_subscribe", { source: body.source });
    }
    return null;
  },
});

import { WEBHOOK_EVENTS } from "@/app/api/limits";
import { WebhookReceipt } from "@/domain/outbox/schema";
import { recordProviderEvent } from "@/domain/outbox/webhook-commands";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";
import { readText } from "@/lib/http/request";
import { verifyWebhook } from "@/lib/mail/resend-transport";
import { DELIVERY_HANDLERS } from "./delivery-handlers";

const MAX_BODY_BYTES = 256 * 1024;

export const POST = defineRoute({
  summary:
    "Delivery events of Resend: delivered, bounced, complained; signed, at most five minutes old",
  access: "webhook",
  limit: WEBHOOK_EVENTS,
  maxBodyBytes: MAX_BODY_BYTES,
  response: WebhookReceipt,
  handle: async ({ request }) => {
    const { headers } = request;
    const id = headers.get("svix-id");
    const event = verifyWebhook({
      body: await readText(request, MAX_BODY_BYTES),
      id,
      timestamp: headers.get("svix-timestamp"),
      signature: headers.get("svix-signature"),
    });
    if (event === null || id === null) throw new AppError("UNAUTHORIZED");
    return { taken: await recordProviderEvent(id, event, DELIVERY_HANDLERS) };
  },
});

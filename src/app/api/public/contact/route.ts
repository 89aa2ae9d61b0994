import { captureForVisitor } from "@/app/api/capture-for-visitor";
import { CONTACT_MESSAGES } from "@/app/api/limits";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { readClient } from "@/domain/analytics/client";
import type { Visit } from "@/domain/analytics/event";
import { trackVisitor } from "@/domain/analytics/visit-commands";
import { receiveMessage } from "@/domain/messaging/contact/commands";
import { ContactReceipt, ContactRequest } from "@/domain/messaging/contact/schema";
import { defineRoute } from "@/lib/http/define-route";
import { getClientAddress } from "@/lib/http/request";
import { parseAcceptLanguage } from "@/lib/i18n/locale";
import { contactForm } from "./contact-form";

export const POST = defineRoute({
  summary:
    "Send the shop a message; repeating a submissionKey (or Idempotency-Key) stores no second one",
  access: "public",
  limit: CONTACT_MESSAGES,
  status: 201,
  body: ContactRequest,
  response: ContactReceipt,
  form: contactForm,
  handle: async ({ request, body, origin }) => {
    const { headers } = request;
    const key =
      body.submissionKey ?? /^[\w-]{8,100}$/.exec(headers.get("idempotency-key") ?? "")?.[0];
    const receipt = await receiveMessage(
      { ...body, submissionKey: key ?? null },
      {
        ipHash: origin.ipHash,
        locale: parseAcceptLanguage(headers.get("accept-language")),
        visit: await findVisit(headers),
      },
    );
    wakeOutbox();
    captureForVisitor(request, "contact_submit");
    return receipt;
  },
});

/** A message is never refused because its visitor cannot be counted. */
async function findVisit(headers: Headers): Promise<Visit | null> {
  const client = readClient(headers, getClientAddress(headers));
  return client && trackVisitor(client).catch(() => null);
}

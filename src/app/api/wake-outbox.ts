import { sendDueMails } from "@/domain/outbox/sender-commands";
import { afterResponse } from "@/lib/http/after-response";

/** Sends the queued mails after the response. Call it after the commit of the transaction that queued a mail. */
export function wakeOutbox(): void {
  afterResponse(sendDueMails);
}

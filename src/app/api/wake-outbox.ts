import { sendDueMails } from "@/domain/outbox/sender-commands";
import { afterResponse } from "@/lib/http/after-response";

/** Sends what is queued once the response is out. Call it after the commit of whatever queued a mail. */
export function wakeOutbox(): void {
  afterResponse(sendDueMails);
}

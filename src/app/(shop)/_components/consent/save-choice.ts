import {
  type Choice,
  CONSENT_COOKIE,
  CONSENT_SECONDS,
  parseVisitor,
  VISITOR_COOKIE,
} from "@/domain/consent/rules";
import type { ConsentWording } from "@/domain/consent/wordings";
import { endConsented, startConsented } from "./consented";
import { readCookie, writeCookie } from "./stored-choice";

/** Applies a choice of an earlier page, or a signal of the browser that ends an earlier consent. */
export function applyChoice(choice: Choice, wording: ConsentWording): void {
  // The connection may have failed when the person accepted.
  if (choice === "refused" || !startConsented()) void saveChoice(choice, wording);
}

/**
 * Applies a choice at once, even without a connection. The server then sets the same cookie for six months and, after consent, the
 * visitor's id.
 */
export async function saveChoice(choice: Choice, wording: ConsentWording): Promise<void> {
  // A refusal deletes the id here at once; the server then deletes what it stored with it.
  const personId =
    choice === "refused" ? parseVisitor(readCookie(VISITOR_COOKIE))?.personId : undefined;
  writeCookie(CONSENT_COOKIE, `${wording}.${choice}`, CONSENT_SECONDS);
  if (choice === "refused") endConsented();
  await fetch("/api/public/consent", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ choice, wording, personId }),
    keepalive: true,
  }).catch(() => null);
  if (choice === "accepted") startConsented();
}

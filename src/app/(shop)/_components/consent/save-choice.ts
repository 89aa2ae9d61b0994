import { type Choice, CONSENT_COOKIE, CONSENT_SECONDS } from "@/domain/consent/rules";
import type { ConsentWording } from "@/domain/consent/wordings";
import { endConsented, startConsented } from "./consented";
import { writeCookie } from "./stored-choice";

/**
 * Applies a choice at once, even without a connection. The server then sets the same cookie for six months and, after consent, the
 * visitor's id.
 */
export async function saveChoice(choice: Choice, wording: ConsentWording): Promise<void> {
  writeCookie(CONSENT_COOKIE, `${wording}.${choice}`, CONSENT_SECONDS);
  if (choice === "refused") endConsented();
  await fetch("/api/public/consent", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ choice, wording }),
    keepalive: true,
  }).catch(() => null);
  if (choice === "accepted") startConsented();
}

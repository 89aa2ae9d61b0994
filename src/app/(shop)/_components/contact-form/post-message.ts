import { CONTACT_FIELDS, type ContactField } from "@/domain/messaging/contact/limits";
import type { Locale } from "@/lib/i18n/locale";

export type Failure = "offline" | "tooMany" | "away";

export type Outcome =
  | { reference: string }
  | { invalid: ContactField[] }
  | { failure: Failure; retryMinutes?: number };

const TIMEOUT_MS = 20_000;

/** Sends a message. An unclear outcome counts as a failure: sending again with the same key creates no second message. */
export async function postMessage(body: object, locale: Locale): Promise<Outcome> {
  const response = await fetch("/api/public/contact", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": locale },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  if (!response) return { failure: navigator.onLine ? "away" : "offline" };
  const { data, error } = await response.json().catch(() => ({}));
  if (response.ok && data) return { reference: data.reference };
  if (response.status === 429) {
    const seconds = Number(response.headers.get("retry-after")) || 600;
    return { failure: "tooMany", retryMinutes: Math.ceil(seconds / 60) };
  }
  const rejected = Object.keys(error?.details ?? {});
  const invalid = CONTACT_FIELDS.filter((name) => rejected.includes(name));
  return response.status === 400 && invalid.length > 0 ? { invalid } : { failure: "away" };
}

export interface OpenedForm {
  token: string;
  /** When the token arrived, in milliseconds since the epoch. */
  at: number;
}

/** Requests a token that holds the signed opening time of the form. A message without one is accepted too. */
export async function openForm(): Promise<OpenedForm | null> {
  const response = await fetch("/api/public/contact/form-token").catch(() => null);
  const envelope = response?.ok ? await response.json().catch(() => null) : null;
  // The token was signed before it arrived, so waiting from now on is long enough.
  return envelope ? { token: envelope.data.token, at: Date.now() } : null;
}

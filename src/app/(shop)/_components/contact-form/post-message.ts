import { CONTACT_FIELDS, type ContactField } from "@/domain/messaging/contact/limits";
import type { Locale } from "@/lib/i18n/locale";

export type Failure = "offline" | "tooMany" | "away";

export type Outcome =
  | { reference: string }
  | { invalid: ContactField[] }
  | { failure: Failure; retryMinutes?: number };

const PATIENCE_MS = 20_000;

/** Sends a message. Whatever is not sent for certain is a failure: the same key again does no harm. */
export async function postMessage(body: object, locale: Locale): Promise<Outcome> {
  const response = await fetch("/api/public/contact", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": locale },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (!response) return { failure: navigator.onLine ? "away" : "offline" };
  const { data, error } = await response.json().catch(() => ({}));
  if (response.ok && data) return { reference: data.reference };
  if (response.status === 429) {
    const seconds = Number(response.headers.get("retry-after")) || 600;
    return { failure: "tooMany", retryMinutes: Math.ceil(seconds / 60) };
  }
  const named = Object.keys(error?.details ?? {});
  const invalid = CONTACT_FIELDS.filter((name) => named.includes(name));
  return response.status === 400 && invalid.length > 0 ? { invalid } : { failure: "away" };
}

export interface OpenedForm {
  token: string;
  /** Milliseconds. */
  at: number;
}

/** Asks for the signed time at which the form was opened; without it the message counts all the same. */
export async function openForm(): Promise<OpenedForm | null> {
  const response = await fetch("/api/public/contact/form-token").catch(() => null);
  const envelope = response?.ok ? await response.json().catch(() => null) : null;
  // Counted from here: the token was signed some time before, never after.
  return envelope ? { token: envelope.data.token, at: Date.now() } : null;
}

import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "@/lib/env";

/** What a token was made for: one made for another end is refused. */
type Purpose =
  | "second-factor"
  | "known-device"
  | "preview"
  | "newsletter"
  | "contact-form"
  | "form-outcome"
  | "campaign-click"
  | "campaign-open";

/** A value that only this shop can have signed, until a moment. It can be read by whoever holds it. */
export function signToken(purpose: Purpose, payload: object, seconds: number): string {
  return signUntil(purpose, payload, Math.floor(Date.now() / 1000) + seconds);
}

/** As `signToken`, without an end: the same payload gives the same token every time. */
export function signPermanentToken(purpose: Purpose, payload: object): string {
  return signUntil(purpose, payload, Number.MAX_SAFE_INTEGER);
}

function signUntil(purpose: Purpose, payload: object, expiresAt: number): string {
  const body = Buffer.from(JSON.stringify({ ...payload, expiresAt })).toString("base64url");
  return `${body}.${signatureOf(purpose, body)}`;
}

/** The payload of a token made for this purpose, or null when it is forged, for something else, or too old. */
export function verifyToken<T extends object>(
  purpose: Purpose,
  token: string | undefined,
): T | null {
  const [body, signature, ...rest] = token?.split(".") ?? [];
  if (!body || !signature || rest.length > 0) return null;
  const expected = Buffer.from(signatureOf(purpose, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { expiresAt, ...payload } = contentOf(body);
  return typeof expiresAt === "number" && expiresAt * 1000 > Date.now() ? (payload as T) : null;
}

function contentOf(body: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(body, "base64url").toString()) ?? {};
  } catch {
    return {};
  }
}

function signatureOf(purpose: Purpose, body: string): string {
  return createHmac("sha256", sessionSecret()).update(`${purpose}:${body}`).digest("base64url");
}

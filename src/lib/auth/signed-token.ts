import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "@/lib/env";

/** A token is valid for its own purpose only. */
type Purpose =
  | "second-factor"
  | "known-device"
  | "preview"
  | "newsletter"
  | "contact-form"
  | "form-outcome"
  | "campaign-click"
  | "campaign-open";

/** Signs a payload with an expiry. The payload is not encrypted: the holder of the token can read it. */
export function signToken(purpose: Purpose, payload: object, seconds: number): string {
  return signUntil(purpose, payload, Math.floor(Date.now() / 1000) + seconds);
}

/** As `signToken`, without an expiry: the same payload always gives the same token. */
export function signPermanentToken(purpose: Purpose, payload: object): string {
  return signUntil(purpose, payload, Number.MAX_SAFE_INTEGER);
}

function signUntil(purpose: Purpose, payload: object, expiresAt: number): string {
  const body = Buffer.from(JSON.stringify({ ...payload, expiresAt })).toString("base64url");
  return `${body}.${computeSignature(purpose, body)}`;
}

/** Returns the payload, or null for a token that is forged, expired or signed for another purpose. */
export function verifyToken<T extends object>(
  purpose: Purpose,
  token: string | undefined,
): T | null {
  const [body, signature, ...rest] = token?.split(".") ?? [];
  if (!body || !signature || rest.length > 0) return null;
  const expected = Buffer.from(computeSignature(purpose, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { expiresAt, ...payload } = parsePayload(body);
  return typeof expiresAt === "number" && expiresAt * 1000 > Date.now() ? (payload as T) : null;
}

function parsePayload(body: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(body, "base64url").toString()) ?? {};
  } catch {
    return {};
  }
}

function computeSignature(purpose: Purpose, body: string): string {
  return createHmac("sha256", sessionSecret()).update(`${purpose}:${body}`).digest("base64url");
}

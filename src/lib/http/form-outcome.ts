import "server-only";
import { signToken, verifyToken } from "@/lib/auth/signed-token";

const SECONDS = 24 * 60 * 60;

/**
 * The outcome of a form posted without JavaScript, for the address of the page that shows it. Signed, so that a page never
 * reports a success that did not happen.
 */
export function signFormOutcome(path: string, outcome: string): string {
  return signToken("form-outcome", { path, outcome }, SECONDS);
}

/** Null for an outcome of another page, one that is forged, or older than a day. */
export function verifyFormOutcome(path: string, value: unknown): string | null {
  if (typeof value !== "string") return null;
  const signed = verifyToken<{ path: unknown; outcome: unknown }>("form-outcome", value);
  return signed?.path === path && typeof signed.outcome === "string" ? signed.outcome : null;
}

import "server-only";
import { signToken, verifyToken } from "@/lib/auth/signed-token";

const MAX_AGE_SECONDS = 24 * 60 * 60;

/**
 * Signs the outcome of a form post for the query of the page that shows it. Without the signature, a forged link could make a page
 * report a success that did not happen.
 */
export function signFormOutcome(path: string, outcome: string): string {
  return signToken("form-outcome", { path, outcome }, MAX_AGE_SECONDS);
}

/** Null for an outcome that is forged, older than a day, or signed for another page. */
export function verifyFormOutcome(path: string, value: unknown): string | null {
  if (typeof value !== "string") return null;
  const signed = verifyToken<{ path: unknown; outcome: unknown }>("form-outcome", value);
  return signed?.path === path && typeof signed.outcome === "string" ? signed.outcome : null;
}

import "server-only";
import { SESSION_COOKIE } from "./lucia";

/** Holds a signed token that proves the password step, until the second factor is checked. */
export const CHALLENGE_COOKIE = SESSION_COOKIE.replace("session", "second-factor");

const MAX_AGE_SECONDS = 5 * 60;

/** Null deletes the cookie. */
export function buildChallengeCookie(value: string | null): string {
  const secure = CHALLENGE_COOKIE.startsWith("__Host-") ? "; Secure" : "";
  const maxAge = value === null ? 0 : MAX_AGE_SECONDS;
  return `${CHALLENGE_COOKIE}=${value ?? ""}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${maxAge}${secure}`;
}

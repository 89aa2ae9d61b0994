import "server-only";
import { SESSION_COOKIE } from "./lucia";

/** Holds the signed proof that the password was right, while the second factor is asked for. */
export const CHALLENGE_COOKIE = SESSION_COOKIE.replace("session", "second-factor");

const SECONDS = 5 * 60;

export function buildChallengeCookie(value: string | null): string {
  const secure = CHALLENGE_COOKIE.startsWith("__Host-") ? "; Secure" : "";
  const age = value === null ? 0 : SECONDS;
  return `${CHALLENGE_COOKIE}=${value ?? ""}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${age}${secure}`;
}

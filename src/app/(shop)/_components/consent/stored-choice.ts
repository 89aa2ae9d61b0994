import { type Choice, CONSENT_COOKIE, findCookie, parseChoice } from "@/domain/consent/rules";
import { isRefusedByBrowser } from "../tracking/event-queue";

/** The choice that applies to this text; null when the person was not asked yet. */
export function readChoice(wording: string): Choice | null {
  return isRefusedByBrowser() ? "refused" : parseChoice(readCookie(CONSENT_COOKIE), wording);
}

export function readCookie(name: string): string | undefined {
  return findCookie(document.cookie, name);
}

export function writeCookie(name: string, value: string, seconds: number): void {
  // Not by the Cookie Store API, which older browsers do not have.
  const cookie = `${name}=${value}; SameSite=Lax; Path=/; Max-Age=${seconds}`;
  Object.assign(document, { cookie });
}

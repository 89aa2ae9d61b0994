import "server-only";
import { randomBytes } from "node:crypto";
import { appUrl } from "@/lib/env";
import {
  CONSENT_COOKIE,
  CONSENT_SECONDS,
  findCookie,
  parseChoice,
  parseVisitor,
  VISITOR_COOKIE,
  type Visitor,
} from "./rules";
import type { ConsentChoice } from "./schema";
import { CONSENT_WORDINGS, type ConsentPurpose, hasPurpose } from "./wordings";

/** Whether the browser asks not to be tracked, by Global Privacy Control or Do Not Track. */
export function isTrackingRefused(headers: Headers): boolean {
  return headers.get("sec-gpc") === "1" || headers.get("dnt") === "1";
}

/** The id of a person who accepted the banner, with a text that names this purpose if one is given; null for all others. */
export function findVisitor(headers: Headers, purpose?: ConsentPurpose): Visitor | null {
  if (isTrackingRefused(headers)) return null;
  const consent = readCookie(headers, CONSENT_COOKIE);
  const hasAgreed = purpose
    ? CONSENT_WORDINGS.some(
        (wording) => hasPurpose(wording, purpose) && parseChoice(consent, wording) === "accepted",
      )
    : parseChoice(consent) === "accepted";
  return hasAgreed ? readVisitor(headers) : null;
}

/** The id in the cookie, whatever the person chose: to delete what is stored with it. */
export function readVisitor(headers: Headers): Visitor | null {
  return parseVisitor(readCookie(headers, VISITOR_COOKIE));
}

/** Whether the visitor's consent is from an earlier day. */
export function isReturningVisitor({ firstDay }: Visitor, now = new Date()): boolean {
  return firstDay < toDay(now);
}

function readCookie(headers: Headers, name: string): string | undefined {
  return findCookie(headers.get("cookie") ?? "", name);
}

/** A visitor who consents now. */
export function newVisitor(now = new Date()): Visitor {
  return { personId: randomBytes(16).toString("base64url"), firstDay: toDay(now) };
}

/**
 * Builds the `Set-Cookie` values of a choice. The server sets these cookies, because Safari drops the ones that scripts set after a
 * week. A refusal deletes the visitor's id.
 */
export function buildConsentCookies(
  { choice, wording }: ConsentChoice,
  { personId, firstDay }: Visitor,
  now = new Date(),
): string[] {
  const day = toDay(now);
  const consent = buildCookie(CONSENT_COOKIE, `${wording}.${choice}.${day}`, CONSENT_SECONDS);
  return choice === "accepted"
    ? [consent, buildCookie(VISITOR_COOKIE, `${personId}.${firstDay}`, CONSENT_SECONDS)]
    : [consent, buildCookie(VISITOR_COOKIE, "", 0)];
}

/** Scripts may read it: the choice is applied in the browser, so that pages are the same for everybody. */
export function buildCookie(name: string, value: string, seconds: number): string {
  const secure = appUrl.startsWith("https://") ? "; Secure" : "";
  return `${name}=${value}; SameSite=Lax; Path=/; Max-Age=${seconds}${secure}`;
}

/** The shop's time zone is UTC. */
function toDay(time: Date): string {
  return time.toISOString().slice(0, 10).replaceAll("-", "");
}

export const CONSENT_COOKIE = "consent";
export const VISITOR_COOKIE = "visitor";

/** Six months. */
export const CONSENT_SECONDS = 182 * 86_400;

export const CHOICES = ["accepted", "refused"] as const;
export type Choice = (typeof CHOICES)[number];

export interface Visitor {
  /** Random; says nothing about the person. */
  personId: string;
  /** The day of the consent, as YYYYMMDD in the shop's time zone. */
  firstDay: string;
}

/** Returns the choice in the value of the `consent` cookie, `<wording>.<choice>.<day>`; null without one for this wording. */
export function parseChoice(value: string | undefined, wording?: string): Choice | null {
  const [version, choice] = value?.split(".") ?? [];
  if (wording !== undefined && version !== wording) return null;
  return CHOICES.find((candidate) => candidate === choice) ?? null;
}

export const PERSON_ID = /^[\w-]{22}$/;

/** Reads the value of the `visitor` cookie, `<personId>.<firstDay>`. */
export function parseVisitor(value: string | undefined): Visitor | null {
  const [, personId, firstDay] = /^([\w-]{22})\.(\d{8})$/.exec(value ?? "") ?? [];
  return personId && firstDay ? { personId, firstDay } : null;
}

/** Finds a cookie in a `Cookie` header or in `document.cookie`. */
export function findCookie(cookies: string, name: string): string | undefined {
  const start = `${name}=`;
  return cookies
    .split(/;\s*/)
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length);
}

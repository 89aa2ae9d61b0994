import { parseVisitor, VISITOR_COOKIE } from "@/domain/consent/rules";
import { startPostHog, stopPostHog } from "@/lib/posthog/loader";
import { readCookie, writeCookie } from "./stored-choice";

/** Starts what the person agreed to; returns false as long as the browser has no id for it. */
export function startConsented(): boolean {
  const visitor = parseVisitor(readCookie(VISITOR_COOKIE));
  if (visitor) startPostHog(visitor.personId);
  return visitor !== null;
}

/** Deletes the visitor's id and ends what used it. */
export function endConsented(): void {
  writeCookie(VISITOR_COOKIE, "", 0);
  stopPostHog();
}

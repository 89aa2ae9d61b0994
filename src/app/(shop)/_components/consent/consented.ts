import { parseVisitor, VISITOR_COOKIE } from "@/domain/consent/rules";
import { VARIANTS_COOKIE } from "@/lib/cache/variants-cookie";
import { startPostHog, stopPostHog } from "@/lib/posthog/loader";
import { readCookie, writeCookie } from "./stored-choice";

/** Starts what the person agreed to; returns false as long as the browser has no id for it. */
export function startConsented(): boolean {
  const visitor = parseVisitor(readCookie(VISITOR_COOKIE));
  if (visitor) startPostHog(visitor.personId);
  return visitor !== null;
}

/** Deletes the visitor's id and variants, and ends what used them. */
export function endConsented(): void {
  // Without it, the variants are those of a preview.
  if (readCookie(VISITOR_COOKIE)) {
    for (const name of [VISITOR_COOKIE, VARIANTS_COOKIE]) writeCookie(name, "", 0);
  }
  stopPostHog();
}

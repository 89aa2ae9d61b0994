import "server-only";
import { findVisitor } from "@/domain/consent/cookies";
import { captureEvent, type EventProperties } from "@/lib/posthog/server";

/** Sends an event of the request's visitor to PostHog, if the visitor accepted it. */
export function captureForVisitor(
  { headers }: Request,
  event: string,
  properties: EventProperties = {},
): void {
  const visitor = findVisitor(headers, "posthog");
  if (visitor) captureEvent(visitor.personId, event, properties);
}

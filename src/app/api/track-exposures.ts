import "server-only";
import { trackEvents } from "@/app/api/track-event";
import { readClient } from "@/domain/analytics/client";
import {
  buildVariantsCookie,
  listVariants,
  toExposure,
} from "@/domain/analytics/experiments/visitor-variants";
import { parsePagePath } from "@/domain/analytics/received/page-path";
import type { ExposureEvent } from "@/domain/analytics/received/schema";
import { findVisitor } from "@/domain/consent/cookies";
import { log } from "@/lib/log";

/**
 * Counts the variants that a person saw, where they are this person's own. Returns the cookie that the browser needs to see the variants of
 * the experiments that run now; null where it has it. Never fails.
 */
export async function trackExposures(
  headers: Headers,
  address: string,
  exposures: readonly ExposureEvent[],
): Promise<string | null> {
  // The cookie of members of staff is that of a preview.
  if (!readClient(headers, address)) return null;
  const personId = findVisitor(headers, "experiments")?.personId;
  try {
    const variants = personId ? await listVariants(personId) : [];
    const events = exposures.flatMap(({ variant, path, ageMs }) => {
      const event = personId ? toExposure(variant, personId, variants) : null;
      const { page, locale } = parsePagePath(path);
      const createdAt = new Date(Date.now() - ageMs);
      return event ? [{ ...event, page, locale, createdAt }] : [];
    });
    if (events.length > 0) trackEvents(headers, address, events);
    return buildVariantsCookie(headers, variants);
  } catch (err) {
    log.warn({ err }, "the experiments could not be read");
    return null;
  }
}

import "server-only";
import { LRUCache } from "lru-cache";
import { log } from "@/lib/log";
import { enforceRateLimit, type RateLimit } from "@/lib/rate-limit";
import { findPostHog } from "./server";

/** PostHog charges per request, and an invented visitor is one. */
const LOOKUPS: RateLimit = { name: "posthog-flags", requests: 600, seconds: 60, store: "memory" };

const answers = new LRUCache<string, Promise<string | null | undefined>>({
  max: 10_000,
  ttl: 300_000,
});

/** The variant of a person in a feature flag; null where PostHog has none, or does not answer in time. */
export async function findFlag(personId: string, key: string): Promise<string | null> {
  const name = `${key} ${personId}`;
  const answer = answers.get(name) ?? askForFlag(personId, key);
  answers.set(name, answer);
  const variant = await answer.catch((err) => {
    log.warn({ err }, "a feature flag of PostHog could not be asked for");
    return undefined;
  });
  if (variant === undefined) answers.delete(name);
  return variant ?? null;
}

/** Undefined without an answer, or where no such flag exists. */
async function askForFlag(personId: string, key: string): Promise<string | null | undefined> {
  const posthog = await findPostHog();
  if (!posthog) return null;
  await enforceRateLimit(LOOKUPS, "all");
  // Our own event counts the exposure.
  const variant = await posthog.getFeatureFlag(key, personId, { sendFeatureFlagEvents: false });
  return typeof variant === "boolean" ? null : variant;
}

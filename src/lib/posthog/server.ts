import "server-only";
import type { PostHog } from "posthog-node";
import { env } from "@/lib/env";
import { afterResponse } from "@/lib/http/after-response";
import { POSTHOG_HOST } from "./host";

export type EventProperties = Record<string, string | number | boolean | null>;

let client: Promise<PostHog> | undefined;

/**
 * Sends an event of a person who accepted PostHog, after the response. Nothing waits in a queue: a server that shuts down finishes the
 * work after its responses, and on Vercel the function lives until then.
 */
export function captureEvent(personId: string, event: string, properties: EventProperties): void {
  if (isPostHogUsed()) afterResponse(() => sendEvent(personId, event, properties));
}

export function isPostHogUsed(): boolean {
  return Boolean(env.NEXT_PUBLIC_POSTHOG_KEY);
}

/** The same at once, for a caller that runs after the response. */
export async function sendEvent(
  personId: string,
  event: string,
  properties: EventProperties,
): Promise<void> {
  await (await findPostHog())?.captureImmediate({ distinctId: personId, event, properties });
}

/** The client of PostHog; null without a key. */
export async function findPostHog(): Promise<PostHog | null> {
  const key = env.NEXT_PUBLIC_POSTHOG_KEY;
  if (!key) return null;
  client ??= createClient(key);
  return client;
}

async function createClient(key: string): Promise<PostHog> {
  const { PostHog } = await import("posthog-node");
  return new PostHog(key, {
    host: POSTHOG_HOST,
    disableGeoip: true,
    fetchRetryCount: 2,
    requestTimeout: 5_000,
    // The answer to a visitor's event waits for the flag.
    featureFlagsRequestTimeoutMs: 500,
  });
}

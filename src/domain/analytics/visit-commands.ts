import "server-only";
import { listRecentSessions } from "./batch/session-queries";
import { beginSession } from "./batch/sessions";
import { flushEvents } from "./buffer-commands";
import type { Client } from "./client";
import type { Visit } from "./event";
import { hashClient } from "./salt-commands";

/**
 * Finds the session of a visitor, or begins one. Writes the waiting events first, so that the page from which the visitor comes counts.
 * For events that are stored in the caller's transaction (`insertEvent`).
 */
export async function trackVisitor(client: Client, at = new Date()): Promise<Visit> {
  await flushEvents();
  const visitorHash = await hashClient(client, at);
  const [known] = await listRecentSessions([visitorHash], at);
  const session = known ?? beginSession({ visitorHash, createdAt: at });
  const { sessionId, source, medium, campaign } = session;
  const { device, town, personId, acceptsPostHog, isReturning } = client;
  return {
    visitorHash,
    sessionId,
    source,
    medium,
    campaign,
    device,
    town,
    personId,
    acceptsPostHog,
    isReturning,
  };
}

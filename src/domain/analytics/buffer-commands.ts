import "server-only";
import { db } from "@/lib/db";
import { toAppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { log } from "@/lib/log";
import { consumeEventQuota } from "./batch/event-quota";
import { foldNewValues } from "./batch/known-values";
import { assignIntents } from "./batch/search-intents";
import { listRecentSearches, listRecentSessions } from "./batch/session-queries";
import { assignSessions } from "./batch/sessions";
import type { Client } from "./client";
import type { Arrival, EventRow } from "./event";
import { hashClient } from "./salt-commands";
import { insertEvents } from "./tx-commands";

/** An event without its visitor and session, which are found when it is written. */
export interface NewEvent
  extends Pick<
    EventRow,
    | "id"
    | "eventType"
    | "productId"
    | "productSlug"
    | "categorySlug"
    | "metadata"
    | "locale"
    | "page"
    | "createdAt"
  > {
  /** The text of a search, to find out which searches are one; not stored. */
  query?: string;
  /** Where the visitor came from; counts for the first event of a session. */
  arrival?: Arrival;
}

interface QueuedEvent extends NewEvent {
  id: string;
  createdAt: Date;
  client: Client;
}

/** A crash loses the events of this time, and of the statements that write them. */
const FLUSH_DELAY_MS = 1_000;
const MAX_RETRY_DELAY_MS = 4_000;
const MAX_BATCH = 1_000;
/** Some 10 MB. Further events are dropped. */
const MAX_QUEUED = 10_000;

interface Buffer {
  queue: QueuedEvent[];
  dropped: number;
  /** The next write, while one is planned. */
  planned: Promise<void> | null;
  running: Promise<void>;
  failures: number;
}

/** On globalThis, because routes are separate bundles. */
const shared = globalThis as { shopEventBuffer?: Buffer };
shared.shopEventBuffer ??= {
  queue: [],
  dropped: 0,
  planned: null,
  running: Promise.resolve(),
  failures: 0,
};
const buffer = shared.shopEventBuffer;

/**
 * Queues an event of a visitor, to be written with others within two seconds. Never fails and never waits for the database: events that
 * cannot be written wait, up to a number.
 */
export function enqueueEvent(client: Client, event: NewEvent): void {
  if (buffer.queue.length >= MAX_QUEUED || !consumeEventQuota(client.address)) {
    buffer.dropped++;
  } else {
    const { id = createId(), createdAt = new Date() } = event;
    buffer.queue.push({ ...event, id, createdAt, client });
    if (buffer.queue.length === MAX_BATCH) void flushEvents();
  }
  buffer.planned ??= flushLater();
}

/** Waits for the next write. After the response, so that the process does not end before it. */
export async function waitForWrite(): Promise<void> {
  await buffer.planned;
}

/** Writes the waiting events. Failures are logged; the events wait for the next attempt. */
export function flushEvents(): Promise<void> {
  buffer.running = buffer.running.then(writeQueue);
  return buffer.running;
}

async function flushLater(): Promise<void> {
  const delay = Math.min(FLUSH_DELAY_MS * 2 ** buffer.failures, MAX_RETRY_DELAY_MS);
  await new Promise((resolve) => setTimeout(resolve, delay));
  buffer.planned = null;
  await flushEvents();
}

async function writeQueue(): Promise<void> {
  try {
    // Events that arrive during a write wait for the next write: each small batch would cost two statements.
    for (let waiting = buffer.queue.length; waiting > 0; ) {
      const batch = buffer.queue.slice(0, Math.min(waiting, MAX_BATCH));
      await writeOrSplit(batch);
      buffer.queue.splice(0, batch.length);
      waiting -= batch.length;
    }
    if (buffer.failures > 0) log.info("events are stored again");
    buffer.failures = 0;
  } catch (err) {
    if (buffer.failures++ === 0) log.warn({ err }, "events wait for the database");
    buffer.planned ??= flushLater();
  }
  if (buffer.dropped > 0)
    log.warn({ dropped: buffer.dropped }, "too many events: some are dropped");
  buffer.dropped = 0;
}

/** An event that the database refuses must not hold up the others. @throws while the database is away */
async function writeOrSplit(batch: readonly QueuedEvent[]): Promise<void> {
  try {
    await write(batch);
  } catch (err) {
    if (toAppError(err).code === "SERVICE_UNAVAILABLE") throw err;
    if (batch.length === 1) {
      log.error({ err, eventType: batch[0]?.eventType }, "an event cannot be stored");
      return;
    }
    const middle = batch.length >> 1;
    await writeOrSplit(batch.slice(0, middle));
    await writeOrSplit(batch.slice(middle));
  }
}

async function write(batch: readonly QueuedEvent[]): Promise<void> {
  const events = await Promise.all(
    batch.map(async ({ client, ...event }) => {
      const { device, town, personId, isReturning } = client;
      const visitorHash = await hashClient(client, event.createdAt);
      return { ...event, visitorHash, device, town, personId, isReturning };
    }),
  );
  const oldest = new Date(Math.min(...events.map(({ createdAt }) => createdAt.getTime())));
  const sessions = await listRecentSessions(listVisitors(events), oldest);
  const searching = events.filter(({ query }) => query !== undefined);
  const searches =
    searching.length > 0 ? await listRecentSearches(listVisitors(searching), oldest) : [];
  const inSessions = assignSessions(events, sessions);
  await insertEvents(db, await foldNewValues(assignIntents(inSessions, searches)));
}

function listVisitors(events: readonly { visitorHash: string }[]): string[] {
  return [...new Set(events.map(({ visitorHash }) => visitorHash))];
}

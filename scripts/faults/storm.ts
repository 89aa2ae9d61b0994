import type { Context, ResultRow } from "../bench/context";
import { createRandom } from "../bench/random";
import { type ShopProcess, type ShopSettings, startShop, withDatabase } from "../bench/shop";
import { withClient } from "../steps/database.mjs";
import { kill } from "../steps/process-table.mjs";
import { sleep } from "../steps/processes.mjs";
import { getSubmissionKey, sendMessages, type Tally } from "./contacts";
import { type Behaviour, type MailApi, startMailApi } from "./mail-api";

/** Shares of a hundred calls to the mail API; the rest succeed. */
const FAULT_SHARES: Partial<Record<Behaviour, number>> = {
  429: 8,
  500: 6,
  "500-taken": 5,
  reset: 8,
  malformed: 4,
  hang: 1,
  "hang-taken": 1,
};
const CRON_INTERVAL_MS = 1_000;

type StormEvent = "kill" | "restart";

interface Plan extends Pick<Context, "server" | "settings" | "database"> {
  messages: number;
  /** Spread evenly over the messages: "kill" kills the shop, "restart" PostgreSQL. */
  events: readonly StormEvent[];
  /** How long to wait for the queue to be empty. */
  drainMs: number;
  /** Ends leases and delays in the database instead of waiting for them. */
  isShort?: boolean;
}

interface ShopState {
  current: ShopProcess;
  kills: number;
  restarts: number;
}

/**
 * E1. Customers send messages to a production server and repeat each with the same key until it is accepted, while the
 * server and PostgreSQL are killed and the mail API fails in every way of `FAULT_SHARES`. Then the queue is sent to its end.
 */
export async function measureStorm(plan: Plan): Promise<ResultRow[]> {
  const { server, settings, database, messages, events, drainMs, isShort = false } = plan;
  const api = await startMailApi({ misbehave: createFaults(createRandom(7)) });
  const variables = {
    ...withDatabase(settings, database.url),
    RESEND_API_KEY: "re_storm_0123456789",
    RESEND_BASE_URL: api.url,
    TRUSTED_PROXIES: "1",
    LOG_LEVEL: "error",
  };
  // One log file per process, so that the logs of killed processes are kept.
  const startAgain = (kills: number) => startShop(variables, database.url, `server-${kills}.log`);
  const shop: ShopState = { current: await startAgain(0), kills: 0, restarts: 0 };
  const actions: Actions = {
    kill: async () => {
      if (shop.current.child.pid) kill(shop.current.child.pid, "SIGKILL");
      await shop.current.exited;
      shop.kills++;
      if (isShort) await endLeases(database.url);
      shop.current = await startAgain(shop.kills);
    },
    restart: async () => {
      server.killHard();
      await sleep(500);
      await server.restart();
      shop.restarts++;
      if (isShort) await endLeases(database.url);
    },
  };
  const cron = startCron(variables);
  try {
    const onAccepted = scheduleEvents(messages, events, actions);
    const seen = await sendMessages(settings.PORT, messages, onAccepted);
    const left = await drain(database.url, drainMs, isShort);
    const found = await readEvidence(database.url, messages);
    return buildRows({ messages, seen, left, found, api, shop });
  } finally {
    await cron.stop();
    await shop.current.stop();
    await api.stop();
  }
}

type Actions = Record<StormEvent, () => Promise<void>>;

/** Returns a callback that runs the events one after the other, each when its share of the messages is accepted. */
function scheduleEvents(messages: number, events: readonly StormEvent[], actions: Actions) {
  let next = 0;
  let running = Promise.resolve();
  return async (accepted: number) => {
    const dueAt = (messages * (next + 1)) / (events.length + 1);
    const event = events[next];
    if (event && accepted >= dueAt) {
      next++;
      running = running.then(actions[event]);
      await running;
    }
  };
}

function startCron({ PORT, CRON_SECRET }: ShopSettings) {
  let isStopped = false;
  const calls = (async () => {
    while (!isStopped) {
      await fetch(`http://127.0.0.1:${PORT}/api/cron/outbox`, {
        headers: { authorization: `Bearer ${CRON_SECRET}` },
        signal: AbortSignal.timeout(60_000),
      })
        .then((response) => response.arrayBuffer())
        .catch(() => undefined);
      await sleep(CRON_INTERVAL_MS);
    }
  })();
  return {
    stop: () => {
      isStopped = true;
      return Promise.race([calls, sleep(5_000)]);
    },
  };
}

function endLeases(url: string) {
  return query(url, `UPDATE "OutboxEmail" SET "lockedUntil" = now() WHERE "state" = 'SENDING'`);
}

/** Waits until the queue is empty; returns the number of queued mails when the time is over. */
async function drain(url: string, timeoutMs: number, isShort: boolean): Promise<number> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const condition = isShort ? "" : `AND "template" = 'contact-digest'`;
    await query(
      url,
      `UPDATE "OutboxEmail" SET "nextAttemptAt" = now() WHERE "state" = 'QUEUED' ${condition}`,
    );
    const [row] = await query<{ left: number }>(
      url,
      `SELECT count(*)::int AS "left" FROM "OutboxEmail" WHERE "state" IN ('QUEUED', 'SENDING')`,
    );
    const left = row?.left ?? 0;
    if (left === 0 || Date.now() > until) return left;
    await sleep(1_000);
  }
}

type Evidence = Awaited<ReturnType<typeof readEvidence>>;

async function readEvidence(url: string, messages: number) {
  const keys = Array.from({ length: messages }, (_, number) => getSubmissionKey(number));
  const stored = await query<{ id: string; submissionKey: string; isSpam: boolean }>(
    url,
    `SELECT "id", "submissionKey", "isSpam" FROM "ContactMessage" WHERE "submissionKey" = ANY($1)`,
    [keys],
  );
  const mails = await query<{ key: string; state: string }>(
    url,
    `SELECT "idempotencyKey" AS "key", "state"::text FROM "OutboxEmail"`,
  );
  const [digests] = await query<{ together: number }>(
    url,
    `SELECT coalesce(sum(("props"->>'total')::int), 0)::int AS "together" FROM "OutboxEmail" WHERE "template" = 'contact-digest'`,
  );
  return { stored, mails, together: digests?.together ?? 0 };
}

function query<T = unknown>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  return withClient(url, async (client) => (await client.query(text, values)).rows as T[]);
}

interface Result {
  messages: number;
  seen: Tally;
  left: number;
  found: Evidence;
  api: MailApi;
  shop: ShopState;
}

function buildRows({ messages, seen, left, found, api, shop }: Result): ResultRow[] {
  const { stored, mails, together } = found;
  const distinct = new Set(stored.map(({ submissionKey }) => submissionKey)).size;
  const alone = stored.filter(({ id }) =>
    mails.some(({ key }) => key === `contact-notification:${id}`),
  ).length;
  const announced = alone + together;
  const acceptedKeys = api.taken.map(({ key }) => key);
  const accepted = new Set(acceptedKeys);
  const missing = mails.filter(({ key }) => !accepted.has(key)).length;
  const notSent = mails.filter(({ state }) => state !== "SENT").length;
  const changed = countKeysWithTwoBodies(api.calls);
  const unexpected = Object.keys(seen.statuses).filter(
    (status) => /^\d/.test(status) && !["201", "429", "503"].includes(status),
  );
  const figure = (
    name: string,
    value: number | string,
    target: string,
    reached: boolean,
    note?: string,
  ): ResultRow => ({
    figure: name,
    value: String(value),
    target,
    reached,
    note,
  });
  return [
    figure(
      `${messages} messages through ${shop.kills} kills of the shop and ${shop.restarts} of PostgreSQL: lost`,
      messages - distinct,
      "0",
      distinct === messages,
      `${seen.tries} tries; answers: ${JSON.stringify(seen.statuses)}.`,
    ),
    figure("… stored twice", stored.length - distinct, "0", stored.length === distinct),
    figure(
      "… taken for spam",
      stored.filter(({ isSpam }) => isSpam).length,
      "0",
      !stored.some(({ isSpam }) => isSpam),
    ),
    figure(
      "… without their notification in the queue",
      messages - announced,
      "0",
      announced === messages,
      `${alone} alone, ${together} in digests.`,
    ),
    figure(
      `${mails.length} mails: not taken by the mail API`,
      missing,
      "0",
      missing === 0 && mails.length >= messages,
      `${api.calls.length} calls; ${JSON.stringify(countBy(api.calls, ({ behaviour }) => behaviour))}.`,
    ),
    figure(
      "… taken twice",
      acceptedKeys.length - accepted.size,
      "0",
      acceptedKeys.length === accepted.size,
    ),
    figure("… not marked as sent at the end", notSent, "0", notSent === 0 && left === 0),
    figure("… whose repeated call differed", changed, "0", changed === 0),
    figure(
      "calls of the mail API a second",
      getCallsPerSecond(api.calls),
      "≤ 2",
      getCallsPerSecond(api.calls) <= 2,
    ),
    figure(
      "answers to customers other than 201, 429, 503",
      unexpected.join(", ") || "none",
      "none",
      unexpected.length === 0,
    ),
  ];
}

function countKeysWithTwoBodies(calls: MailApi["calls"]): number {
  const bodies = new Map<string | undefined, Set<string>>();
  for (const { key, body } of calls) {
    bodies.set(key, (bodies.get(key) ?? new Set<string>()).add(body));
  }
  return [...bodies.values()].filter(({ size }) => size > 1).length;
}

function getCallsPerSecond(calls: MailApi["calls"]): number {
  const seconds = ((calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0)) / 1_000;
  return Math.round((calls.length / seconds) * 100) / 100;
}

function countBy<T>(items: readonly T[], getName: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[getName(item)] = (counts[getName(item)] ?? 0) + 1;
  return counts;
}

function createFaults(random: () => number): () => Behaviour {
  return () => {
    let draw = random() * 100;
    for (const [behaviour, share] of Object.entries(FAULT_SHARES)) {
      draw -= share;
      if (draw < 0) return behaviour as Behaviour;
    }
    return "ok";
  };
}

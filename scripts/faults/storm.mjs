import { startShop, withDatabase } from "../bench/shop.mjs";
import { withClient } from "../steps/database.mjs";
import { kill } from "../steps/process-table.mjs";
import { sleep } from "../steps/processes.mjs";
import { keyOf, leaveMessages } from "./contacts.mjs";
import { startMailApi } from "./mail-api.mjs";

export const how =
  "Customers leave messages at a production server and try again with the same key until it has them, while the server is killed with " +
  "SIGKILL, PostgreSQL is killed and started again, and the mail API answers 429 and 500, hangs, takes mails and cuts the line, or " +
  "answers nonsense. Then the queue is sent to its end. Counted: messages kept, and mails that the API took, by key.";

/** How often the mail API does what, of a hundred calls. The rest is as it should be. */
const TROUBLE = {
  429: 8,
  500: 6,
  "500-taken": 5,
  reset: 8,
  malformed: 4,
  hang: 1,
  "hang-taken": 1,
};
const CRON_MS = 1_000;

/**
 * E1. `events` are "kill" and "restart", spread evenly over the messages. With `isShort` no lease and no backoff is waited
 * for: their times are set back in the database.
 */
export async function storm(plan) {
  const { server, settings, database, messages, events, drainMs, isShort = false } = plan;
  const api = await startMailApi({ misbehave: troubleFrom(seeded(7)) });
  const variables = {
    ...withDatabase(settings, database.url),
    RESEND_API_KEY: "re_storm_0123456789",
    RESEND_BASE_URL: api.url,
    TRUSTED_PROXIES: "1",
    LOG_LEVEL: "error",
  };
  // What the killed ones said is kept.
  const serveAgain = (kills) => startShop(variables, database.url, `server-${kills}.log`);
  const shop = { current: await serveAgain(0), kills: 0, restarts: 0 };
  const happen = {
    kill: async () => {
      kill(shop.current.child.pid, "SIGKILL");
      await shop.current.exited;
      shop.kills++;
      if (isShort) await endLeases(database.url);
      shop.current = await serveAgain(shop.kills);
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
    const seen = await leaveMessages(variables.PORT, messages, inTurn(messages, events, happen));
    const left = await drain(database.url, drainMs, isShort);
    const found = await evidence(database.url, messages);
    return buildRows({ messages, seen, left, found, api, shop });
  } finally {
    await cron.stop();
    await shop.current.stop();
    await api.stop();
  }
}

/** One event after the other; what was accepted meanwhile does not start the next early. */
function inTurn(messages, events, happen) {
  let next = 0;
  let running = Promise.resolve();
  return async (accepted) => {
    const dueAt = (messages * (next + 1)) / (events.length + 1);
    if (next < events.length && accepted >= dueAt) {
      const event = events[next++];
      running = running.then(happen[event]);
      await running;
    }
  };
}

function startCron({ PORT, CRON_SECRET }) {
  let isOver = false;
  const calls = (async () => {
    while (!isOver) {
      await fetch(`http://127.0.0.1:${PORT}/api/cron/outbox`, {
        headers: { authorization: `Bearer ${CRON_SECRET}` },
        signal: AbortSignal.timeout(60_000),
      })
        .then((response) => response.arrayBuffer())
        .catch(() => undefined);
      await sleep(CRON_MS);
    }
  })();
  return {
    stop: () => {
      isOver = true;
      return Promise.race([calls, sleep(5_000)]);
    },
  };
}

function endLeases(url) {
  return ask(url, `UPDATE "OutboxEmail" SET "lockedUntil" = now() WHERE "state" = 'SENDING'`);
}

/** Waits until nothing is queued; answers how many still are at the end of its patience. */
async function drain(url, patience, isShort) {
  const until = Date.now() + patience;
  for (;;) {
    const isWaitedFor = isShort ? "" : `AND "template" = 'contact-digest'`;
    await ask(
      url,
      `UPDATE "OutboxEmail" SET "nextAttemptAt" = now() WHERE "state" = 'QUEUED' ${isWaitedFor}`,
    );
    const [{ left }] = await ask(
      url,
      `SELECT count(*)::int AS "left" FROM "OutboxEmail" WHERE "state" IN ('QUEUED', 'SENDING')`,
    );
    if (left === 0 || Date.now() > until) return left;
    await sleep(1_000);
  }
}

async function evidence(url, messages) {
  const keys = Array.from({ length: messages }, (_, number) => keyOf(number));
  const kept = await ask(
    url,
    `SELECT "id", "submissionKey", "isSpam" FROM "ContactMessage" WHERE "submissionKey" = ANY($1)`,
    [keys],
  );
  const mails = await ask(
    url,
    `SELECT "idempotencyKey" AS "key", "state"::text FROM "OutboxEmail"`,
  );
  const [{ together }] = await ask(
    url,
    `SELECT coalesce(sum(("props"->>'total')::int), 0)::int AS "together" FROM "OutboxEmail" WHERE "template" = 'contact-digest'`,
  );
  return { kept, mails, together };
}

function ask(url, text, values = []) {
  return withClient(url, async (client) => (await client.query(text, values)).rows);
}

function buildRows({ messages, seen, left, found, api, shop }) {
  const { kept, mails, together } = found;
  const distinct = new Set(kept.map(({ submissionKey }) => submissionKey)).size;
  const alone = kept.filter(({ id }) =>
    mails.some(({ key }) => key === `contact-notification:${id}`),
  ).length;
  const announced = alone + together;
  const takenKeys = api.taken.map(({ key }) => key);
  const taken = new Set(takenKeys);
  const missing = mails.filter(({ key }) => !taken.has(key)).length;
  const notSent = mails.filter(({ state }) => state !== "SENT").length;
  const changed = keysWithTwoBodies(api.calls);
  const odd = Object.keys(seen.statuses).filter(
    (status) => /^\d/.test(status) && !["201", "429", "503"].includes(status),
  );
  const figure = (name, value, target, reached, note) => ({
    figure: name,
    value: String(value),
    target,
    reached,
    ...(note && { note }),
  });
  return [
    figure(
      `${messages} messages through ${shop.kills} kills of the shop and ${shop.restarts} of PostgreSQL: lost`,
      messages - distinct,
      "0",
      distinct === messages,
      `${seen.tries} tries; answers: ${JSON.stringify(seen.statuses)}.`,
    ),
    figure("… kept twice", kept.length - distinct, "0", kept.length === distinct),
    figure(
      "… taken for spam",
      kept.filter(({ isSpam }) => isSpam).length,
      "0",
      !kept.some(({ isSpam }) => isSpam),
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
    figure("… taken twice", takenKeys.length - taken.size, "0", takenKeys.length === taken.size),
    figure("… not marked as sent at the end", notSent, "0", notSent === 0 && left === 0),
    figure("… whose repeated call differed", changed, "0", changed === 0),
    figure(
      "calls of the mail API a second",
      callsPerSecond(api.calls),
      "≤ 2",
      callsPerSecond(api.calls) <= 2,
    ),
    figure(
      "answers to customers other than 201, 429, 503",
      odd.join(", ") || "none",
      "none",
      odd.length === 0,
    ),
  ];
}

function keysWithTwoBodies(calls) {
  const bodies = new Map();
  for (const { key, body } of calls) bodies.set(key, (bodies.get(key) ?? new Set()).add(body));
  return [...bodies.values()].filter(({ size }) => size > 1).length;
}

function callsPerSecond(calls) {
  const seconds = (calls.at(-1).at - calls[0].at) / 1_000;
  return Math.round((calls.length / seconds) * 100) / 100;
}

function countBy(items, nameOf) {
  const counts = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}

function troubleFrom(random) {
  return () => {
    let draw = random() * 100;
    for (const [behaviour, share] of Object.entries(TROUBLE)) {
      draw -= share;
      if (draw < 0) return behaviour;
    }
    return "ok";
  };
}

/** The same trouble in every run (mulberry32). */
function seeded(state) {
  let seed = state;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import { randomUUID } from "node:crypto";
import { openClient } from "../bench/client";
import type { Context, ResultRow } from "../bench/context";
import { startShop, withDatabase } from "../bench/shop";
import { withClient } from "../steps/database.mjs";
import { kill } from "../steps/process-table.mjs";
import { sleep } from "../steps/processes.mjs";

const MAX_LOST_SECONDS = 5;
const INTERVAL_MS = 10;

interface Plan extends Pick<Context, "settings" | "database"> {
  kills: number;
}

/** E4. Events arrive a hundred times a second when the shop is killed, or asked to end. */
export async function measureEventKills({ settings, database, kills }: Plan): Promise<ResultRow[]> {
  const variables = {
    ...withDatabase(settings, database.url),
    TRUSTED_PROXIES: "1",
    LOG_LEVEL: "error",
  };
  const endShop = async (signal: NodeJS.Signals, turn: number) => {
    const shop = await startShop(variables, database.url, `server-${signal}-${turn}.log`);
    const sending = sendEvents(settings.PORT);
    await sleep(3_000 + turn * 170);
    if (shop.child.pid) kill(shop.child.pid, signal);
    const killedAt = performance.now();
    await shop.exited;
    const accepted = await sending.stop();
    const stored = await listStored(database.url, [...accepted.keys()]);
    const lost = [...accepted].filter(([id]) => !stored.has(id)).map(([, at]) => killedAt - at);
    return { accepted: accepted.size, lost };
  };
  const killed = [];
  const ended = [];
  for (let turn = 0; turn < kills; turn++) {
    killed.push(await endShop("SIGKILL", turn));
    ended.push(await endShop("SIGTERM", turn));
  }
  const oldest = Math.max(0, ...killed.flatMap(({ lost }) => lost)) / 1_000;
  const lostOnTerm = ended.flatMap(({ lost }) => lost).length;
  const count = (turns: { accepted: number }[]) =>
    turns.reduce((sum, { accepted }) => sum + accepted, 0);
  return [
    {
      figure: `age of the oldest event that is lost, ${kills} × kill -9`,
      value: `${oldest.toFixed(2)} s`,
      target: `≤ ${MAX_LOST_SECONDS} s`,
      reached: oldest <= MAX_LOST_SECONDS,
      note: `${killed.flatMap(({ lost }) => lost).length} of ${count(killed)} accepted events were lost.`,
    },
    {
      figure: `events that are lost, ${kills} × SIGTERM`,
      value: String(lostOnTerm),
      target: "0",
      reached: lostOnTerm === 0 && count(ended) > 0,
      note: `${count(ended)} events were accepted.`,
    },
  ];
}

/** Sends an event every few milliseconds, and remembers when each was accepted. */
function sendEvents(port: string) {
  const accepted = new Map<string, number>();
  const client = openClient(port);
  let isStopped = false;
  const sending = (async () => {
    while (!isStopped) {
      const id = randomUUID();
      const answer = await client
        .postEvents([{ eventType: "page_view", id, path: "/" }])
        .catch(() => null);
      if (answer?.status === 202) accepted.set(id, performance.now());
      await sleep(INTERVAL_MS);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await sending;
      client.close();
      return accepted;
    },
  };
}

function listStored(url: string, ids: readonly string[]): Promise<Set<string>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT "id" FROM "AnalyticsEvent" WHERE "id" = ANY($1)`, [
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  });
}

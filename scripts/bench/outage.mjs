import { sleep } from "../steps/processes.mjs";
import { openClient } from "./client.mjs";
import { rounded } from "./statistics.mjs";

const OUTAGE_MS = 5_000;
const EVERY_MS = 50;
const MOST_SECONDS = 5;
const GIVE_UP_MS = 60_000;
const LIST = "/api/public/products?pageSize=24";

export const how =
  "PostgreSQL and all its children killed with SIGKILL under requests, down for 5 s, then started again. A cached page and an API list " +
  "asked for every 50 ms throughout; the time from the moment PostgreSQL accepts connections to the first good list.";

/** D1: the database dies under load. */
export async function measureOutage({ server, shop, settings, productPath }) {
  const [pages, lists] = [openClient(settings.PORT), openClient(settings.PORT)];
  for (let i = 0; i < 5; i++) await Promise.all([pages.get(productPath), lists.get(LIST)]);
  const seen = [];
  let asking = true;
  const ask = async (client, path) => {
    while (asking) {
      const startedAt = performance.now();
      const answer = await client.get(path).catch((error) => ({ status: error.code, headers: {} }));
      seen.push({
        path,
        startedAt,
        at: performance.now(),
        status: answer.status,
        retryAfter: answer.headers["retry-after"],
      });
      await sleep(EVERY_MS);
    }
  };
  const asked = [ask(pages, productPath), ask(lists, LIST)];
  await sleep(1_000);
  const killedAt = performance.now();
  const processes = server.killHard();
  await sleep(OUTAGE_MS);
  const orderedAt = performance.now();
  await server.restart();
  const backAt = performance.now();
  const goodAt = await firstGood(seen, orderedAt);
  asking = false;
  await Promise.all(asked);
  pages.close();
  lists.close();
  return buildRows({
    seen,
    killedAt,
    orderedAt,
    backAt,
    goodAt,
    processes,
    lives: !shop.ended,
    productPath,
  });
}

async function firstGood(seen, since) {
  while (performance.now() - since < GIVE_UP_MS) {
    const good = seen.find(
      ({ path, at, status }) => path === LIST && at >= since && status === 200,
    );
    if (good) return good.at;
    await sleep(10);
  }
  return Number.POSITIVE_INFINITY;
}

function buildRows({ seen, killedAt, orderedAt, backAt, goodAt, processes, lives, productPath }) {
  const during = (path) =>
    seen.filter((one) => one.path === path && one.startedAt > killedAt && one.at < orderedAt);
  const pages = during(productPath);
  const lists = during(LIST);
  const goodPages = pages.filter(({ status }) => status === 200).length;
  const refused = lists.filter(({ status, retryAfter }) => status === 503 && retryAfter).length;
  const other = lists.filter(({ status }) => status !== 503);
  const statuses = [...new Set(other.map(({ status }) => status))].join(", ");
  // It may answer a moment before we have seen that it accepts connections.
  const seconds = Math.max(0, goodAt - backAt) / 1000;
  return [
    {
      figure: "PostgreSQL killed: the shop's process",
      value: lives ? "lives" : "died",
      target: "lives",
      reached: lives,
      note: `${processes} processes of PostgreSQL were killed.`,
      data: { lives },
    },
    {
      figure: "… a cached page meanwhile: 200",
      value: `${goodPages} of ${pages.length}`,
      target: "all",
      reached: pages.length > 0 && goodPages === pages.length,
      data: { good: goodPages, of: pages.length },
    },
    {
      figure: "… an API list meanwhile: 503 with Retry-After",
      value: `${refused} of ${lists.length}`,
      target: "all",
      reached: lists.length > 0 && refused === lists.length,
      ...(other.length > 0 && { note: `Other answers: ${statuses}.` }),
      data: { refused, of: lists.length },
    },
    {
      figure: "… first good answer after it is back",
      value: Number.isFinite(seconds) ? `${seconds.toFixed(2)} s` : "none in 60 s",
      target: `≤ ${MOST_SECONDS} s`,
      reached: seconds <= MOST_SECONDS,
      note: `${((goodAt - orderedAt) / 1000).toFixed(2)} s after its start was ordered, recovery included.`,
      data: { seconds: Number.isFinite(seconds) ? rounded(seconds) : null },
    },
  ];
}

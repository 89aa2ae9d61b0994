import { sleep } from "../steps/processes.mjs";
import { type Answer, type Client, openClient } from "./client";
import type { Context, ResultRow } from "./context";
import { rounded } from "./statistics";

const OUTAGE_MS = 5_000;
const INTERVAL_MS = 50;
const MAX_SECONDS = 5;
const TIMEOUT_MS = 60_000;
const LIST = "/api/public/products?pageSize=24";

interface Seen {
  path: string;
  startedAt: number;
  at: number;
  /** An error code when there was no answer. */
  status: number | string | undefined;
  retryAfter: string | undefined;
}

interface Outage {
  seen: readonly Seen[];
  killedAt: number;
  restartedAt: number;
  backAt: number;
  goodAt: number;
  processes: number;
  isAlive: boolean;
  productPath: string;
}

export const method =
  "PostgreSQL and all its children killed with SIGKILL under requests, down for 5 s, then started again. A cached page and an API list " +
  "asked for every 50 ms throughout; the time from the moment PostgreSQL accepts connections to the first good list.";

/** D1: the database dies under load. */
export async function measureOutage(context: Context): Promise<ResultRow[]> {
  const { server, shop, settings, productPath } = context;
  const [pages, lists] = [openClient(settings.PORT), openClient(settings.PORT)];
  for (let i = 0; i < 5; i++) await Promise.all([pages.get(productPath), lists.get(LIST)]);
  const seen: Seen[] = [];
  let asking = true;
  const ask = async (client: Client, path: string) => {
    while (asking) {
      const startedAt = performance.now();
      const answer: Pick<Answer, "headers"> & Pick<Seen, "status"> = await client
        .get(path)
        .catch((error: NodeJS.ErrnoException) => ({ status: error.code, headers: {} }));
      seen.push({
        path,
        startedAt,
        at: performance.now(),
        status: answer.status,
        retryAfter: answer.headers["retry-after"],
      });
      await sleep(INTERVAL_MS);
    }
  };
  const asked = [ask(pages, productPath), ask(lists, LIST)];
  await sleep(1_000);
  const killedAt = performance.now();
  const processes = server.killHard();
  await sleep(OUTAGE_MS);
  const restartedAt = performance.now();
  await server.restart();
  const backAt = performance.now();
  const goodAt = await findFirstGood(seen, restartedAt);
  asking = false;
  await Promise.all(asked);
  pages.close();
  lists.close();
  return buildRows({
    seen,
    killedAt,
    restartedAt,
    backAt,
    goodAt,
    processes,
    isAlive: !shop.ended,
    productPath,
  });
}

async function findFirstGood(seen: readonly Seen[], since: number): Promise<number> {
  while (performance.now() - since < TIMEOUT_MS) {
    const good = seen.find(
      ({ path, at, status }) => path === LIST && at >= since && status === 200,
    );
    if (good) return good.at;
    await sleep(10);
  }
  return Number.POSITIVE_INFINITY;
}

function buildRows(outage: Outage): ResultRow[] {
  const { seen, killedAt, restartedAt, backAt, goodAt, processes, isAlive, productPath } = outage;
  const during = (path: string) =>
    seen.filter((one) => one.path === path && one.startedAt > killedAt && one.at < restartedAt);
  const pages = during(productPath);
  const lists = during(LIST);
  const goodPages = pages.filter(({ status }) => status === 200).length;
  const refused = lists.filter(({ status, retryAfter }) => status === 503 && retryAfter).length;
  const other = lists.filter(({ status }) => status !== 503);
  const statuses = [...new Set(other.map(({ status }) => status))].join(", ");
  // The shop may answer before this process has seen that PostgreSQL accepts connections.
  const seconds = Math.max(0, goodAt - backAt) / 1000;
  return [
    {
      figure: "PostgreSQL killed: the shop's process",
      value: isAlive ? "lives" : "died",
      target: "lives",
      reached: isAlive,
      note: `${processes} processes of PostgreSQL were killed.`,
      data: { lives: isAlive },
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
      note: other.length > 0 ? `Other answers: ${statuses}.` : undefined,
      data: { refused, of: lists.length },
    },
    {
      figure: "… first good answer after it is back",
      value: Number.isFinite(seconds) ? `${seconds.toFixed(2)} s` : "none in 60 s",
      target: `≤ ${MAX_SECONDS} s`,
      reached: seconds <= MAX_SECONDS,
      note: `${((goodAt - restartedAt) / 1000).toFixed(2)} s after its start was ordered, recovery included.`,
      data: { seconds: Number.isFinite(seconds) ? rounded(seconds) : null },
    },
  ];
}

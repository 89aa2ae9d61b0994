import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { withClient } from "../steps/database.mjs";
import { inRoot } from "../steps/files.mjs";
import { sleep, start } from "../steps/processes.mjs";
import { EVENTS_PATH, openClient } from "./client";
import type { Context, ResultRow } from "./context";
import type { LoadResult } from "./load-generator";
import { median, percentile, rounded } from "./statistics";

const TURNS = 6;
const VIEWS_PER_TURN = 500;
/** 125 views a second. */
const INTERVAL_MS = 8;
const MAX_RATIO = 1.05;
const ROUNDS = 5;
const REQUESTS_PER_TURN = 1_000;
const CONNECTIONS = 20;
const MIN_INGESTION = 0.5;
const MAX_STATEMENTS = 10;

export const method =
  `p95 of a cached product page over ${VIEWS_PER_TURN} views, 125 a second, each followed by the request that counts it (a page view and a product view), ` +
  `against the same without these requests; medians of ${TURNS} turns each. Then requests per second of ${EVENTS_PATH} over ${CONNECTIONS} connections, ` +
  `two events each from another client, against those of /api/health; medians of ${ROUNDS} turns of ${REQUESTS_PER_TURN} requests. Statements are PostgreSQL's own ` +
  "count of the database's transactions during it; the shop runs none that is longer than a statement.";

/** A1: what counting costs. */
export async function measureCounting({
  settings,
  database,
  productPath,
}: Context): Promise<ResultRow[]> {
  const pages = await measurePages(settings.PORT, productPath);
  const before = await readCounters(database.url);
  const turns = await measureIngestion(Number(settings.PORT), productPath);
  // PostgreSQL reports its counters with a delay.
  await sleep(3_000);
  const after = await readCounters(database.url);
  const statements = after.transactions - before.transactions;
  const events = after.events - before.events;
  return [buildPageRow(pages), ...buildIngestionRows(turns), buildStatementRow(statements, events)];
}

type PageTurns = Record<"counted" | "bare", number[]>;

async function measurePages(port: string, path: string): Promise<PageTurns> {
  const [pages, events] = [openClient(port), openClient(port)];
  const p95s: PageTurns = { counted: [], bare: [] };
  try {
    for (let turn = -1; turn < TURNS; turn++) {
      for (const side of turn % 2 === 0
        ? (["bare", "counted"] as const)
        : (["counted", "bare"] as const)) {
        const times: number[] = [];
        const sent: Promise<unknown>[] = [];
        for (let view = 0; view < VIEWS_PER_TURN; view++) {
          const due = performance.now() + INTERVAL_MS;
          const { milliseconds } = await pages.get(path);
          times.push(milliseconds);
          if (side === "counted") sent.push(events.postEvents(buildView(path)));
          await sleep(Math.max(0, due - performance.now()));
        }
        await Promise.all(sent);
        // The first turn warms up.
        if (turn >= 0) p95s[side].push(percentile(times, 0.95));
      }
    }
  } finally {
    pages.close();
    events.close();
  }
  return p95s;
}

const buildView = (path: string) =>
  ["page_view", "product_view"].map((eventType) => ({ eventType, id: randomUUID(), path }));

type IngestionTurns = Record<"events" | "health", LoadResult[]>;

async function measureIngestion(port: number, path: string): Promise<IngestionTurns> {
  const generator = start(
    process.execPath,
    ["--import", "tsx", inRoot("scripts", "bench", "load-generator.ts")],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  const turns: IngestionTurns = { events: [], health: [] };
  const sendAll = async (
    target: string,
    expected: string,
    bodies?: string[],
  ): Promise<LoadResult> => {
    const paths = Array.from({ length: REQUESTS_PER_TURN }, () => target);
    generator.child.send({
      port,
      paths,
      bodies,
      connections: CONNECTIONS,
      seconds: null,
      expected,
    });
    const [result] = await once(generator.child, "message");
    return result;
  };
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const bodies = Array.from({ length: REQUESTS_PER_TURN }, () =>
        JSON.stringify(buildView(path)),
      );
      const health = await sendAll("/api/health", "HTTP/1.1 200");
      const events = await sendAll(EVENTS_PATH, "HTTP/1.1 202", bodies);
      if (round < 0) continue;
      turns.health.push(health);
      turns.events.push(events);
    }
  } finally {
    await generator.stop();
  }
  return turns;
}

function readCounters(url: string): Promise<{ transactions: number; events: number }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT (SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database())::int AS "transactions",
         (SELECT count(*) FROM "AnalyticsEvent")::int AS "events"`,
    );
    return rows[0];
  });
}

function buildPageRow({ counted, bare }: PageTurns): ResultRow {
  const [withCounting, without] = [median(counted), median(bare)];
  const ratio = withCounting / without;
  return {
    figure: "p95 of a product page, counted ÷ not counted",
    value: ratio.toFixed(2),
    target: `≤ ${MAX_RATIO.toFixed(2)}`,
    reached: ratio <= MAX_RATIO,
    note: `${withCounting.toFixed(2)} against ${without.toFixed(2)} ms.`,
    data: {
      ratio: rounded(ratio, 3),
      counted: counted.map((each) => rounded(each)),
      bare: bare.map((each) => rounded(each)),
    },
  };
}

function buildIngestionRows({ events, health }: IngestionTurns): ResultRow[] {
  const getRate = (results: LoadResult[]) => median(results.map(({ perSecond }) => perSecond));
  const ratio = getRate(events) / getRate(health);
  const failures = [...events, ...health].reduce((sum, one) => sum + one.failures, 0);
  return [
    {
      figure: "requests per second with events ÷ health route",
      value: ratio.toFixed(2),
      target: `≥ ${MIN_INGESTION.toFixed(2)}`,
      reached: ratio >= MIN_INGESTION && failures === 0,
      note: `${Math.round(getRate(events))} against ${Math.round(getRate(health))} requests/s, ${failures} failures.`,
      data: { ratio: rounded(ratio, 3), failures },
    },
  ];
}

function buildStatementRow(statements: number, events: number): ResultRow {
  const perThousand = (statements / events) * 1_000;
  return {
    figure: "statements per thousand events",
    value: perThousand.toFixed(1),
    target: `≤ ${MAX_STATEMENTS}`,
    reached: perThousand <= MAX_STATEMENTS,
    note: `${statements} statements for ${events} events, those of the shop's clocks included.`,
    data: { statements, events },
  };
}

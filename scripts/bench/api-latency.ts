import pg from "pg";
import { CliError } from "../steps/cli-error.mjs";
import { withClient } from "../steps/database.mjs";
import { type Answer, type Client, openClient } from "./client";
import type { BarRow, Context } from "./context";
import { type DatabaseServer, recordStatements, type Statement } from "./databases";
import { startShop } from "./shop";
import { median, percentile, rounded } from "./statistics";

const SAMPLES = 300;
const WARM_UP = 20;
const MAX_RATIO = 4;

export const method =
  `p95 over ${SAMPLES} requests of the public API on one keep-alive connection (gzip; no answer of the app's own cache), ` +
  "against p95 of the SQL statements that such a request was seen to send (PostgreSQL's own log), sent through `pg`: " +
  "all at once. One request and one replay in turn, the order changing " +
  "every time; other products, words and filters each time.";

const CATEGORIES = ["carrelage", "sanitaire", "luminaire", "gres-cerame"];
const COLOURS = ["Blanc", "Beige", "Noir", "Ocre"];
const SEARCHES = [
  "zellige",
  "mitigeur",
  "carrelage effet bois 60x60",
  "lustre cuivre",
  "vasque pierre",
  "robinet noir mat",
  "colle carrelage 25 kg",
  "miroir led",
  "spot 7 w",
  "atlas",
  "bn-0000042",
  "خلاط مغسلة",
  "زليج",
  "evier granit",
  "marteau",
  "receveur de douche 80x120",
  "perceuse 18 v",
  "carrelage",
  "meuble vasque chene 80 cm",
  "projecteur solaire",
];

interface Reading {
  name: string;
  /** Paths, each requested once to record its statements. */
  variants: string[];
  /** Values for `:slug`, another one for each request. */
  inputs?: string[];
}

type Times = Record<"http" | "sql", number[]>;
type Requests = Awaited<ReturnType<typeof prepareRequests>>;

interface Options extends Pick<Context, "server" | "settings"> {
  databaseUrl: string;
  products: number;
}

/** T3 for one size of catalogue. */
export async function measureApi(options: Options): Promise<BarRow[]> {
  const { server, settings, databaseUrl, products } = options;
  const slugs = await listVisibleSlugs(databaseUrl);
  const shop = await startShop(settings, databaseUrl);
  const client = openClient(settings.PORT);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  try {
    const rows: BarRow[] = [];
    for (const reading of listReadings(slugs)) {
      const requests = await prepareRequests(server, client, reading);
      const times = await measureTimes(client, pool, requests);
      rows.push(buildRow(reading.name, products, requests.statementCount, times));
    }
    return rows;
  } finally {
    client.close();
    await pool.end();
    await shop.stop();
  }
}

function listReadings(slugs: string[]): Reading[] {
  const list = CATEGORIES.flatMap((category) =>
    COLOURS.map((colour) => {
      const query = new URLSearchParams({ category, sort: "price_asc", pageSize: "24" });
      query.set("option[Couleur]", colour);
      return `/api/public/products?${query}`;
    }),
  );
  return [
    { name: "product", variants: ["/api/public/products/:slug"], inputs: slugs },
    { name: "list", variants: list },
    {
      name: "search",
      variants: SEARCHES.map((q) => `/api/public/products/search?${new URLSearchParams({ q })}`),
    },
  ];
}

async function prepareRequests(
  server: DatabaseServer,
  client: Client,
  { variants, inputs = [] }: Reading,
) {
  const [warmUp = "", sample = ""] = inputs;
  // Lists read the categories once per process, so the first request differs from all others.
  await get(client, (variants[0] ?? "").replace(":slug", warmUp));
  const requests: { path: string; statements: Statement[] }[] = [];
  for (const path of variants) {
    const statements = await recordStatements(server, () =>
      get(client, path.replace(":slug", sample)),
    );
    if (statements.length === 0) throw new CliError(`${path}: no statement was found in the log.`);
    requests.push({ path, statements });
  }
  let nextInput = 2;
  return {
    statementCount: Math.max(...requests.map(({ statements }) => statements.length)),
    /** Returns the request of a turn and its statements, with another input each time. */
    next(turn: number) {
      const { path = "", statements = [] } = requests[turn % requests.length] ?? {};
      const input = inputs.length > 0 ? inputs[nextInput++ % inputs.length] : undefined;
      return {
        path: path.replace(":slug", input ?? ""),
        statements: statements.map(({ text, values }) => ({
          text,
          rowMode: "array" as const,
          values: values.map((value) => {
            return value === sample && input ? input : value;
          }),
        })),
      };
    },
  };
}

async function measureTimes(client: Client, pool: pg.Pool, requests: Requests): Promise<Times> {
  const overHttp = async (turn: number): Promise<number> => {
    const { path } = requests.next(turn);
    return (await get(client, path)).milliseconds;
  };
  const throughPg = async (turn: number): Promise<number> => {
    const { statements } = requests.next(turn);
    const started = performance.now();
    await Promise.all(statements.map((statement) => pool.query(statement)));
    return performance.now() - started;
  };
  const times: Times = { http: [], sql: [] };
  for (let turn = 0; turn < SAMPLES + WARM_UP; turn++) {
    const order = turn % 2 === 0 ? (["http", "sql"] as const) : (["sql", "http"] as const);
    for (const side of order) {
      const sample = side === "http" ? await overHttp(turn) : await throughPg(turn);
      if (turn >= WARM_UP) times[side].push(sample);
    }
  }
  return times;
}

/** Lists and searches are computed in the process, beside one small statement: their ratio is for information. */
function buildRow(name: string, products: number, statementCount: number, times: Times): BarRow {
  const size = `${products.toLocaleString("en")} products`;
  const http = summarize(times.http);
  const sql = summarize(times.sql);
  const ratio = http.p95 / sql.p95;
  return {
    bar: "T3",
    figure: `${name}, ${size}: p95 of the API ÷ p95 of its SQL`,
    value: ratio.toFixed(2),
    ...(name === "product" && {
      target: `≤ ${MAX_RATIO.toFixed(2)}`,
      reached: ratio <= MAX_RATIO,
    }),
    note: `p95 ${http.p95.toFixed(1)} ms over HTTP, ${sql.p95.toFixed(1)} ms through pg (medians ${http.median.toFixed(1)} and ${sql.median.toFixed(1)}); ${statementCount} statements a request.`,
    data: { ratio: rounded(ratio), statementCount, http: inMs(http), sql: inMs(sql) },
  };
}

function summarize(samples: readonly number[]) {
  return { p95: percentile(samples, 0.95), median: median(samples) };
}

function inMs({ p95, median: middle }: ReturnType<typeof summarize>) {
  return { p95: rounded(p95), median: rounded(middle) };
}

async function get(client: Client, path: string): Promise<Answer> {
  const answer = await client.get(path);
  if (answer.status !== 200) throw new CliError(`${path} answered ${answer.status}.`);
  return answer;
}

/** Returns slugs in an order that is unrelated to their order on disk. */
function listVisibleSlugs(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query("CHECKPOINT");
    const { rows } = await client.query(
      `SELECT "slug" FROM "Product" WHERE "slug" LIKE 'bench-%' AND "status" = 'ACTIVE' AND "deletedAt" IS NULL
         AND ("unpublishAt" IS NULL OR "unpublishAt" > now()) ORDER BY md5("slug") LIMIT 2000`,
    );
    return rows.map(({ slug }) => slug);
  });
}

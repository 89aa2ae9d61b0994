import { CliError } from "../steps/cli-error.mjs";
import { withClient } from "../steps/database.mjs";
import { nextClientAddress, openClient } from "./client.mjs";
import { recordStatements } from "./databases.mjs";
import { startShop } from "./shop.mjs";
import { median, percentile, rounded } from "./statistics.mjs";

const SAMPLES = 300;
const WARM_UP = 20;
const MOST = 4;
const SEARCH_MOST = { 1000: 15, 100000: 40 };

export const how =
  `p95 over ${SAMPLES} requests of the public API on one keep-alive connection (gzip; no answer of the app's own cache except ` +
  "categories), against p95 of the SQL statements that such a request was seen to send (PostgreSQL's own log), sent through `pg`: " +
  "the rate limiter's first, then the others at once, as the app does. One request and one replay in turn, the order changing " +
  "every time; other products, words and filters each time.";

const CATEGORIES = ["carrelage", "sanitaire", "luminaire", "gres-cerame"];
const COLOURS = ["Blanc", "Beige", "Noir", "Ocre"];
const WORDS = [
  ...["zellige", "mitigeur", "carrelage effet bois 60x60", "lustre cuivre", "vasque pierre"],
  ...["robinet noir mat", "colle carrelage 25 kg", "miroir led", "spot 7 w", "atlas", "bn-0000042"],
  ...[
    "خلاط مغسلة",
    "زليج",
    "evier granit",
    "marteau",
    "receveur de douche 80x120",
    "perceuse 18 v",
  ],
  ...["carrelage", "meuble vasque chene 80 cm", "projecteur solaire"],
];

/** T3 for one size of catalogue, and what it says about search (S1). */
export async function measureApi({ server, settings, databaseUrl, products }) {
  const slugs = await visibleSlugs(databaseUrl);
  const shop = await startShop(settings, databaseUrl);
  const client = openClient(settings.PORT);
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  try {
    const rows = [];
    for (const reading of readings(slugs)) {
      const requests = await withStatements(server, client, reading);
      const times = await timeInTurns(client, pool, requests);
      rows.push(...buildRows(reading.name, products, requests, times));
    }
    return rows;
  } finally {
    client.close();
    await pool.end();
    await shop.stop();
  }
}

/** What is asked for. Each of `variants` is watched once for its statements; `inputs` stand for `:slug`, another every time. */
function readings(slugs) {
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
      variants: WORDS.map((q) => `/api/public/products/search?${new URLSearchParams({ q })}`),
    },
    { name: "categories", variants: ["/api/public/categories"] },
  ];
}

async function withStatements(server, client, { variants, inputs = [] }) {
  // Categories are read once a process and kept: the first request is no other's like.
  await get(client, variants[0].replace(":slug", inputs[0]));
  const requests = [];
  const sample = inputs[1];
  for (const path of variants) {
    const seen = await recordStatements(server, () => get(client, path.replace(":slug", sample)));
    // Once in a hundred first requests the rate limiter forgets old windows.
    const statements = seen.filter(({ text }) => !text.startsWith('DELETE FROM "RateLimit"'));
    if (statements.length === 0) throw new CliError(`${path}: no statement was found in the log.`);
    requests.push({ path, statements });
  }
  let next = 2;
  return {
    statementCount: Math.max(...requests.map(({ statements }) => statements.length)),
    take(i) {
      const { path, statements } = requests[i % requests.length];
      const input = inputs.length > 0 ? inputs[next++ % inputs.length] : undefined;
      const address = nextClientAddress();
      return {
        variant: i % requests.length,
        path: path.replace(":slug", input),
        statements: statements.map(({ text, values }) => ({
          text,
          rowMode: "array",
          values: values.map((value) => {
            if (value === sample && input) return input;
            return value?.replace(/^(public-reads|searches):.*/, `$1:${address}`) ?? null;
          }),
        })),
      };
    },
  };
}

async function timeInTurns(client, pool, requests) {
  const overHttp = async () => {
    const { path, variant } = requests.take(turn);
    return { milliseconds: (await get(client, path)).milliseconds, variant };
  };
  const throughPg = async () => {
    const { statements, variant } = requests.take(turn);
    const started = performance.now();
    await pool.query(statements[0]);
    await Promise.all(statements.slice(1).map((statement) => pool.query(statement)));
    return { milliseconds: performance.now() - started, variant };
  };
  const times = { http: [], sql: [] };
  let turn = 0;
  for (; turn < SAMPLES + WARM_UP; turn++) {
    const order = turn % 2 === 0 ? ["http", "sql"] : ["sql", "http"];
    for (const side of order) {
      const sample = side === "http" ? await overHttp() : await throughPg();
      if (turn >= WARM_UP) times[side].push(sample);
    }
  }
  return times;
}

function buildRows(name, products, { statementCount }, times) {
  const size = `${products.toLocaleString("en")} products`;
  const all = (side) => times[side].map(({ milliseconds }) => milliseconds);
  const [http, sql] = ["http", "sql"].map((side) => ({
    p95: percentile(all(side), 0.95),
    median: median(all(side)),
  }));
  const ratio = http.p95 / sql.p95;
  const row = {
    bar: "T3",
    figure: `${name}, ${size}: p95 of the API ÷ p95 of its SQL`,
    value: ratio.toFixed(2),
    target: `≤ ${MOST.toFixed(2)}`,
    reached: ratio <= MOST,
    note: `p95 ${http.p95.toFixed(1)} ms over HTTP, ${sql.p95.toFixed(1)} ms through pg (medians ${http.median.toFixed(1)} and ${sql.median.toFixed(1)}); ${statementCount} statements a request.`,
    data: { ratio: rounded(ratio), statementCount, http: inMs(http), sql: inMs(sql) },
  };
  if (name !== "search") return [row];
  return [row, searchRow(size, products, times, http)];
}

/** Not due yet: how fast search is, and how much slower its slowest question. */
function searchRow(size, products, times, http) {
  const p95s = Array.from(groupByVariant(times.http).values(), (samples) =>
    percentile(
      samples.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
  );
  const spread = Math.max(...p95s) / median(p95s);
  return {
    bar: "S1",
    figure: `search, ${size}: p95`,
    value: `${http.p95.toFixed(1)} ms`,
    target: `≤ ${SEARCH_MOST[products]} ms`,
    note: `The slowest question's p95 is ${spread.toFixed(1)} times the median question's.`,
    data: { p95: rounded(http.p95), spread: rounded(spread) },
  };
}

function groupByVariant(samples) {
  const groups = new Map();
  for (const sample of samples) {
    groups.set(sample.variant, [...(groups.get(sample.variant) ?? []), sample]);
  }
  return groups;
}

function inMs({ p95, median: middle }) {
  return { p95: rounded(p95), median: rounded(middle) };
}

async function get(client, path) {
  const answer = await client.get(path);
  if (answer.status !== 200) throw new CliError(`${path} answered ${answer.status}.`);
  return answer;
}

/** In an order that has nothing to do with how they lie on the disk. */
function visibleSlugs(url) {
  return withClient(url, async (client) => {
    await client.query("CHECKPOINT");
    const { rows } = await client.query(
      `SELECT "slug" FROM "Product" WHERE "slug" LIKE 'bench-%' AND "status" = 'ACTIVE' AND "deletedAt" IS NULL
         AND ("unpublishAt" IS NULL OR "unpublishAt" > now()) ORDER BY md5("slug") LIMIT 2000`,
    );
    return rows.map(({ slug }) => slug);
  });
}

import fs from "node:fs";
import { CliError } from "../steps/cli-error.mjs";
import { inRoot } from "../steps/files.mjs";
import { type Client, openClient } from "./client";
import type { BarRow, Context } from "./context";
import { buildSuggestionPaths } from "./requests";
import { startShop } from "./shop";
import { median, percentile, rounded } from "./statistics";
import { readSlugs, waitForIndex } from "./uncached";

const ROUNDS = 20;
const SUGGESTIONS = 300;
const MAX_SPREAD = 5;
const MAX_GROWTH = 3;
const MAX_SUGGESTION_RATIO = 1.5;

export const method =
  `p95 of each judged query over ${ROUNDS} rounds on one keep-alive connection, all queries in each round: the slowest query's against the median query's, and the ` +
  `median query's against its own in the smallest catalogue. ${SUGGESTIONS} suggestions and as many products in turn, none of them twice.`;

interface Options extends Pick<Context, "server" | "settings"> {
  databaseUrl: string;
  products: number;
}

/** The median query's p95 in the smallest catalogue of this run. */
let baseline: number | undefined;

/** S1: no query is much slower than the others, and a large catalogue is not much slower than a small one. */
export async function measureSearchLatency(options: Options): Promise<BarRow[]> {
  const { settings, databaseUrl, products } = options;
  const { slugs } = await readSlugs(databaseUrl);
  const shop = await startShop(settings, databaseUrl);
  const client = openClient(settings.PORT);
  try {
    await waitForIndex(settings);
    const queries = await measureQueries(client);
    const typing = await measureSuggestions(client, slugs);
    return buildRows(products, queries, typing);
  } finally {
    client.close();
    await shop.stop();
  }
}

interface QueryTime {
  query: string;
  p95: number;
}

/** Returns the queries from the fastest to the slowest. */
async function measureQueries(client: Client): Promise<QueryTime[]> {
  const judged: { query: string; locale: string }[] = JSON.parse(
    fs.readFileSync(inRoot("tests", "search", "judged.json"), "utf8"),
  );
  const times = judged.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [i, { query, locale }] of judged.entries()) {
      const parameters = new URLSearchParams({ q: query, locale });
      const milliseconds = await time(client, `/api/public/products/search?${parameters}`);
      // The first round warms up.
      if (round >= 0) times[i]?.push(milliseconds);
    }
  }
  return judged
    .map(({ query }, i) => ({ query, p95: percentile(times[i] ?? [], 0.95) }))
    .toSorted((a, b) => a.p95 - b.p95);
}

async function measureSuggestions(client: Client, slugs: readonly string[]) {
  const times = { suggestion: [] as number[], product: [] as number[] };
  for (const [i, path] of buildSuggestionPaths(SUGGESTIONS).entries()) {
    times.suggestion.push(await time(client, path));
    times.product.push(await time(client, `/api/public/products/${slugs[i % slugs.length]}`));
  }
  return times;
}

async function time(client: Client, path: string): Promise<number> {
  const { status, milliseconds } = await client.get(path);
  if (status !== 200) throw new CliError(`${path} answered ${status}.`);
  return milliseconds;
}

function buildRows(
  products: number,
  queries: readonly QueryTime[],
  { suggestion, product }: Awaited<ReturnType<typeof measureSuggestions>>,
): BarRow[] {
  const size = `${products.toLocaleString("en")} products`;
  const middle = median(queries.map(({ p95 }) => p95));
  const slowest = queries.at(-1);
  baseline ??= middle;
  const suggested = percentile(suggestion, 0.95);
  const read = percentile(product, 0.95);
  const inMs = (value: number) => `${value.toFixed(1)} ms`;
  return [
    buildRow(
      `${size}: p95 of the slowest judged query ÷ of the median one`,
      (slowest?.p95 ?? 0) / middle,
      MAX_SPREAD,
      `“${slowest?.query}” ${inMs(slowest?.p95 ?? 0)}, median ${inMs(middle)}.`,
    ),
    buildRow(
      `${size}: p95 of the median judged query ÷ in the smallest catalogue`,
      middle / baseline,
      MAX_GROWTH,
      `${inMs(middle)} against ${inMs(baseline)}.`,
    ),
    buildRow(
      `${size}: p95 of a suggestion ÷ of a product`,
      suggested / read,
      MAX_SUGGESTION_RATIO,
      `${inMs(suggested)} against ${inMs(read)}.`,
    ),
  ];
}

function buildRow(figure: string, ratio: number, max: number, note: string): BarRow {
  return {
    bar: "S1",
    figure,
    value: ratio.toFixed(2),
    target: `≤ ${max.toFixed(2)}`,
    reached: ratio <= max,
    note,
    data: { ratio: rounded(ratio) },
  };
}

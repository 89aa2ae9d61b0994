import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { CliError } from "../steps/cli-error.mjs";
import { withClient } from "../steps/database.mjs";
import { inRoot } from "../steps/files.mjs";
import { sleep, start } from "../steps/processes.mjs";
import { type BareNext, startBareNext } from "./bare-next";
import { openClient } from "./client";
import type { BarRow, Context } from "./context";
import { readMemoryMb, shareOneCore } from "./core-sharing";
import type { LoadResult } from "./load-generator";
import { buildListPaths, buildSearchPaths } from "./requests";
import { type ShopProcess, type ShopSettings, startShop } from "./shop";
import { createApiCall, createOwners } from "./staff";
import { median, rounded } from "./statistics";

const ROUNDS = 5;
const CONNECTIONS = 20;
const REQUESTS_PER_TURN = 800;
const MAX_SCOPE = 100_000;
const MAX_MEMORY_MB = 350;
const MIN_RATIOS: Record<number, { list: number; search: number }> = {
  1000: { list: 0.7, search: 0.6 },
  100000: { list: 0.5, search: 0.4 },
  1000000: { list: 0.2, search: 0.2 },
};
const MIN_DETAIL_RATIO = 0.8;

export const method =
  `Requests per second of the API over ${CONNECTIONS} keep-alive connections, in ${ROUNDS} rounds of turns of up to ${REQUESTS_PER_TURN} requests, no two ` +
  "of them alike and each from another client: a product, a list of 24 with facets, a search with facets, and a Next application " +
  "with one route that reads one row through `pg`. A product is saved between two rounds, so that no read is cached. The shop, " +
  "the bare application and PostgreSQL share one core where `taskset` exists. Medians. The memory is the server's resident set after the load.";

interface Options extends Pick<Context, "server" | "settings"> {
  databaseUrl: string;
  products: number;
}

type Target = "bare" | "detail" | "list" | "search" | "whole";

/** Q1 to Q3 for one size of catalogue. */
export async function measureUncached(options: Options): Promise<BarRow[]> {
  const { server, settings, databaseUrl, products } = options;
  const shop = await startShop(settings, databaseUrl);
  const bare = await startBareNext(databaseUrl);
  const generator = start(
    process.execPath,
    ["--import", "tsx", inRoot("scripts", "bench", "load-generator.ts")],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  try {
    const isIndexed = await waitForIndex(settings);
    const shares = shareOneCore([...listPids(shop, bare), ...server.listPids()]);
    const turns = await runRounds(options, generator.child, bare.port);
    const memory = readMemoryMb(shop.child.pid ?? 0);
    return buildRows(products, turns, { memory, shares, isIndexed });
  } finally {
    for (const process of [generator, bare, shop]) await process.stop();
  }
}

function listPids(shop: ShopProcess, bare: BareNext): number[] {
  return [shop.child.pid, bare.child.pid].filter((pid) => pid !== undefined);
}

/** Waits until the process has loaded its index of the catalogue, or found that it does not fit. */
export async function waitForIndex({ PORT, DATA_DIR }: ShopSettings): Promise<boolean> {
  const log = path.join(DATA_DIR, "server.log");
  const client = openClient(PORT);
  try {
    for (let attempt = 0; attempt < 600; attempt++) {
      await client.get("/api/public/products?pageSize=1");
      const text = fs.readFileSync(log, "utf8");
      if (text.includes("catalogue index loaded")) return true;
      if (text.includes("catalogue index is larger")) return false;
      await sleep(500);
    }
    throw new CliError("The shop has not loaded its index of the catalogue in five minutes.");
  } finally {
    client.close();
  }
}

async function runRounds(
  { settings, databaseUrl, products }: Options,
  generator: ReturnType<typeof start>["child"],
  barePort: number,
): Promise<Record<Target, LoadResult[]>> {
  const { slugs, productId } = await readSlugs(databaseUrl);
  const categories = await listCategories(databaseUrl);
  const total = ROUNDS * REQUESTS_PER_TURN;
  const lists = buildListPaths(categories, total);
  const searches = buildSearchPaths(total);
  const port = Number(settings.PORT);
  const { cookie } = await createOwners(databaseUrl, 1);
  const call = createApiCall(settings, cookie);
  const sendAll = async (target: number, paths: string[]): Promise<LoadResult> => {
    generator.send({
      port: target,
      paths,
      connections: CONNECTIONS,
      seconds: null,
      expected: "HTTP/1.1 200",
    });
    const [result] = await once(generator, "message");
    return result;
  };
  const turns: Record<Target, LoadResult[]> = {
    bare: [],
    detail: [],
    list: [],
    search: [],
    whole: [],
  };
  for (let round = -1; round < ROUNDS; round++) {
    await saveProduct(call, productId);
    const slice = <T>(all: readonly T[]) => takeSlice(all, Math.max(round, 0), REQUESTS_PER_TURN);
    const names = slice(slugs);
    const requests: [Target, number, string[]][] = [
      ["bare", barePort, names.map((slug) => `/${slug}`)],
      ["detail", port, names.map((slug) => `/api/public/products/${slug}`)],
      ["list", port, slice(lists)],
      ["search", port, slice(searches)],
    ];
    if (products > MAX_SCOPE) {
      requests.push(["whole", port, slice(lists).slice(0, 100).map(removeCategory)]);
    }
    const order = round % 2 === 0 ? requests : requests.toReversed();
    for (const [target, to, paths] of order) {
      const result = await sendAll(to, paths);
      // The first round warms up.
      if (round >= 0) turns[target].push(result);
    }
  }
  return turns;
}

function takeSlice<T>(all: readonly T[], round: number, size: number): T[] {
  const length = Math.min(size, all.length);
  return Array.from({ length }, (_, i) => all[(round * length + i) % all.length] as T);
}

function removeCategory(path: string): string {
  return path.replace(/&category=[^&]*/, "");
}

/** Saves a product with another text, which ends every cached read. */
async function saveProduct(call: ReturnType<typeof createApiCall>, id: string): Promise<void> {
  const path = `/api/admin/products/${id}`;
  const { data } = await call<{ version: number }>("GET", path);
  const description = `Produit enregistré à ${new Date().toISOString()}.`;
  const { status } = await call("PATCH", path, { version: data.version, description });
  if (status !== 200) throw new CliError(`PATCH ${path} answered ${status}.`);
}

/** Returns slugs of generated products that customers see, in an order unrelated to their order on disk. */
export function readSlugs(url: string): Promise<{ slugs: string[]; productId: string }> {
  return withClient(url, async (client) => {
    await client.query("CHECKPOINT");
    const { rows } = await client.query(
      `SELECT r."card" ->> 'slug' AS "slug", r."productId" FROM "ListingRow" r
       WHERE r."isListed" AND (r."unpublishAt" IS NULL OR r."unpublishAt" > now()) AND r."productId" LIKE 'bench-%'
       ORDER BY md5(r."productId") LIMIT ${ROUNDS * REQUESTS_PER_TURN}`,
    );
    const [first, ...others] = rows;
    return { slugs: others.map(({ slug }) => slug), productId: first.productId };
  });
}

/** Lists the categories with at most MAX_SCOPE products, those of their children included. */
function listCategories(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `WITH RECURSIVE up AS (
         SELECT c."id" AS leaf, c."id", c."parentId" FROM "Category" c
         UNION ALL SELECT up.leaf, c."id", c."parentId" FROM up JOIN "Category" c ON c."id" = up."parentId"
       )
       SELECT c."slug" FROM "Category" c JOIN up ON up."id" = c."id" JOIN "ListingRow" r ON r."categoryId" = up.leaf
       WHERE r."isListed" GROUP BY c."slug" HAVING count(*) BETWEEN 24 AND $1 ORDER BY c."slug"`,
      [MAX_SCOPE],
    );
    return rows.map(({ slug }) => slug);
  });
}

interface Circumstances {
  memory: number;
  shares: boolean;
  isIndexed: boolean;
}

function buildRows(
  products: number,
  turns: Record<Target, LoadResult[]>,
  { memory, shares, isIndexed }: Circumstances,
): BarRow[] {
  const size = `${products.toLocaleString("en")} products`;
  const rate = (target: Target) => median(turns[target].map(({ perSecond }) => perSecond));
  const failures = (target: Target) => turns[target].reduce((sum, turn) => sum + turn.failures, 0);
  const where = shares ? "on one core" : "on all cores";
  const compare = (
    bar: string,
    figure: string,
    [of, to]: [Target, Target],
    min?: number,
  ): BarRow => {
    const ratio = rate(of) / rate(to);
    const failed = failures(of) + failures(to);
    return {
      bar,
      figure: `${size}: ${figure}`,
      value: ratio.toFixed(2),
      ...(min !== undefined && {
        target: `≥ ${min.toFixed(2)}`,
        reached: ratio >= min && failed === 0,
      }),
      note: `${Math.round(rate(of))} against ${Math.round(rate(to))} requests/s ${where}, ${failed} failures.`,
      data: { ratio: rounded(ratio), perSecond: rounded(rate(of)), failures: failed },
    };
  };
  const min = MIN_RATIOS[products];
  const rows = [
    compare(
      "Q3",
      "a product ÷ a bare Next route with one query",
      ["detail", "bare"],
      MIN_DETAIL_RATIO,
    ),
    compare("Q1", "a list with facets ÷ a product", ["list", "detail"], min?.list),
    compare("Q2", "a search with facets ÷ a product", ["search", "detail"], min?.search),
  ];
  if (turns.whole.length > 0) {
    rows.push(compare("Q1", "a list of the whole catalogue ÷ a product", ["whole", "detail"]));
  }
  rows.push({
    bar: "Q3",
    figure: `${size}: memory of the server after the load`,
    value: `${memory} MB`,
    target: `≤ ${MAX_MEMORY_MB} MB`,
    reached: memory <= MAX_MEMORY_MB,
    note: isIndexed ? "" : "The catalogue did not fit into the memory, so PostgreSQL answered.",
    data: { memory },
  });
  return rows;
}

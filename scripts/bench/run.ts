import "../steps/require-node.mjs";
import path from "node:path";
import { claimBuild } from "../steps/build.mjs";
import { generateClient } from "../steps/catalogue.mjs";
import { CliError, explainFailure } from "../steps/cli-error.mjs";
import { withClient } from "../steps/database.mjs";
import { ensureDependencies } from "../steps/dependencies.mjs";
import { getDataDirectory } from "../steps/environment.mjs";
import { runMain } from "../steps/lifecycle.mjs";
import { claimLock } from "../steps/lock.mjs";
import { requireFreeSpace, requireWritable } from "../steps/preflight.mjs";
import { makeScratchFolder } from "../steps/scratch.mjs";
import { step } from "../steps/step.mjs";
import * as adminPages from "./admin-pages";
import * as adminSave from "./admin-save";
import * as api from "./api-latency";
import * as contact from "./contact";
import type { BarRow, Context, ResultRow } from "./context";
import * as counting from "./counting";
import { type Database, type DatabaseServer, openGeneratedDatabase } from "./databases";
import * as images from "./images";
import * as lighthouse from "./lighthouse";
import * as manyProducts from "./many-products";
import * as outage from "./outage";
import { prepareDatabase, prepareServer } from "./prepare";
import * as relevance from "./relevance";
import { describeMachine, printTable, writeReport } from "./report";
import * as reports from "./reports";
import * as latency from "./search-latency";
import { buildShop, loadShopSettings, startShop, withDatabase } from "./shop";
import * as signIn from "./sign-in";
import * as sitemaps from "./sitemaps";
import * as throughput from "./throughput";
import * as uncached from "./uncached";

interface Benchmark {
  method: string;
  measure: (context: RunContext) => Promise<ResultRow[]>;
}

/** `shop` is started for each benchmark that needs it. */
interface RunContext extends Omit<Context, "shop"> {
  /** Database URLs by number of products. */
  generated: ReadonlyMap<number, string>;
}

/** All benchmarks in the order of a run: those that disturb the others most come last. */
const BARS: Record<string, Benchmark> = {
  P1: { method: lighthouse.method, measure: withShop(lighthouse.measureLighthouse) },
  T1: { method: throughput.method, measure: withShop(throughput.measureThroughput) },
  T3: { method: api.method, measure: (context) => measureSizes(context, api.measureApi) },
  Q1: {
    method: uncached.method,
    measure: (context) => measureSizes(context, uncached.measureUncached),
  },
  Q4: {
    method: adminPages.method,
    measure: (context) => measureSizes(context, adminPages.measureAdminPages),
  },
  Q5: {
    method: sitemaps.method,
    measure: (context) => measureSizes(context, sitemaps.measureSitemaps),
  },
  S1: {
    method: latency.method,
    measure: (context) => measureSizes(context, latency.measureSearchLatency),
  },
  S2: { method: relevance.method, measure: withShop(relevance.measureRelevance) },
  A1: { method: counting.method, measure: withShop(counting.measureCounting) },
  A2: { method: reports.method, measure: reports.measureReports },
  CONTACT: { method: contact.method, measure: withShop(contact.measureContact) },
  I1: { method: images.method, measure: withShop(images.measureImages) },
  W1: { method: adminSave.method, measure: withShop(adminSave.measureAdminSave) },
  M1: { method: manyProducts.method, measure: manyProducts.measureManyProducts },
  L1: { method: signIn.method, measure: withShop(signIn.measureSignIn) },
  D1: { method: outage.method, measure: withShop(outage.measureOutage) },
};
const SIZES = [1_000, 100_000];

await runMain(async () => {
  const wanted = parseBars(process.argv.slice(2));
  const startedAt = new Date().toISOString();
  const started = performance.now();
  console.log("\nÉquipement Ouarzazate: benchmarks\n");
  const context = await prepare(wanted);
  const rows: BarRow[] = [];
  for (const bar of wanted) {
    await step(bar, async () => {
      const measured = await measure(bar, context);
      rows.push(...measured);
      const due = measured.filter(({ reached }) => reached !== undefined);
      return `${due.filter(({ reached }) => reached).length} of ${due.length} reached`;
    });
  }
  printTable(rows);
  if (wanted.length === Object.keys(BARS).length) {
    const methods = Object.fromEntries(wanted.map((bar) => [bar, BARS[bar]?.method ?? ""]));
    const minutes = Math.round((performance.now() - started) / 60_000);
    const machine = await describeMachine(context.server.version);
    writeReport({ startedAt, minutes, machine, methods, rows });
    console.log("\nKept in docs/benchmarks.md and docs/benchmarks.json.");
  } else {
    console.log("\nOnly a run of all figures is kept in docs/.");
  }
  return 0;
});

function parseBars(args: string[]): string[] {
  const wanted = args.map((arg) => arg.toUpperCase());
  const unknown = wanted.filter((bar) => !BARS[bar]);
  if (unknown.length > 0) {
    throw new CliError(
      `Not measured here: ${unknown.join(", ")}. There are ${Object.keys(BARS).join(", ")}: npm run bench -- T1 T3`,
    );
  }
  return Object.keys(BARS).filter((bar) => wanted.length === 0 || wanted.includes(bar));
}

async function prepare(wanted: readonly string[]): Promise<RunContext> {
  const dataDir = path.join(getDataDirectory(), "bench");
  requireWritable(dataDir);
  requireFreeSpace(2.5, [dataDir]);
  const holder = claimLock(path.join(dataDir, "running.json"), { command: "bench" });
  if (holder) throw new CliError(`Benchmarks already run from here (process ${holder.pid}).`);
  claimBuild("npm run bench");
  await step("Dependencies", ensureDependencies);
  const scratch = makeScratchFolder();
  const settings = await loadShopSettings(dataDir);
  const server = await prepareServer(dataDir);
  const variables = withDatabase(settings, server.adminUrl);
  await step("Database client", () => generateClient(variables));
  const database = await prepareDatabase(server, settings);
  const productPath = `/produit/${await findProductSlug(database.url)}`;
  const sizes = listSizes(wanted);
  const generated = await generate(server, database, sizes);
  await step("Production build", () => buildShop(settings, database));
  return { scratch, settings, server, database, productPath, generated };
}

/** The catalogues that the wanted figures need. The largest takes an hour to generate, so it must be asked for. */
function listSizes(wanted: readonly string[]): readonly number[] {
  if (!["T3", "Q1", "Q4", "Q5", "S1"].some((bar) => wanted.includes(bar))) return [];
  return process.env.BENCH_PRODUCTS?.split(",").map(Number) ?? SIZES;
}

async function generate(
  server: DatabaseServer,
  database: Database,
  sizes: readonly number[],
): Promise<Map<number, string>> {
  const urls = new Map<number, string>();
  for (const count of sizes) {
    await step(`${count.toLocaleString("en")} products`, async () => {
      urls.set(count, await openGeneratedDatabase(server, database, count));
    });
  }
  return urls;
}

/** Returns the slug of the newest product with variations, which has a full page. */
function findProductSlug(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT p."slug" FROM "Product" p WHERE p."status" = 'ACTIVE' AND p."deletedAt" IS NULL
         AND EXISTS (SELECT FROM "ProductVariation" v WHERE v."productId" = p."id")
       ORDER BY p."publishAt" DESC, p."id" LIMIT 1`,
    );
    if (rows.length === 0) throw new CliError("The seeded shop has no product with variations.");
    return rows[0].slug;
  });
}

/** Runs one benchmark. A failed one counts as missed, with its error as the note, so that the others still run. */
async function measure(bar: string, context: RunContext): Promise<BarRow[]> {
  try {
    const rows = (await BARS[bar]?.measure(context)) ?? [];
    return rows.map((row) => ({ bar, ...row }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const note = explainFailure(message) ?? message;
    return [
      {
        bar,
        figure: "the whole bar",
        value: "not measured",
        target: "a figure",
        reached: false,
        note,
      },
    ];
  }
}

function withShop(measureShop: (context: Context) => Promise<ResultRow[]>) {
  return async (context: RunContext): Promise<ResultRow[]> => {
    const shop = await startShop(context.settings, context.database.url);
    try {
      return await measureShop({ ...context, shop });
    } finally {
      await shop.stop();
    }
  };
}

type MeasureSize = (
  options: Pick<Context, "server" | "settings"> & { databaseUrl: string; products: number },
) => Promise<BarRow[]>;

async function measureSizes(context: RunContext, measureSize: MeasureSize): Promise<BarRow[]> {
  const { server, settings, generated } = context;
  const rows: BarRow[] = [];
  for (const [products, databaseUrl] of generated) {
    rows.push(...(await measureSize({ server, settings, databaseUrl, products })));
  }
  return rows;
}

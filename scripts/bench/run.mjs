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
import * as adminSave from "./admin-save.mjs";
import * as api from "./api-latency.mjs";
import * as contact from "./contact.mjs";
import { openGeneratedDatabase, openSeededDatabase, openServer } from "./databases.mjs";
import * as pictures from "./images.mjs";
import * as lighthouse from "./lighthouse.mjs";
import * as outage from "./outage.mjs";
import { describeMachine, printTable, writeReport } from "./report.mjs";
import { buildShop, loadShopSettings, startShop, withDatabase } from "./shop.mjs";
import * as signIn from "./sign-in.mjs";
import * as throughput from "./throughput.mjs";

/** Every bar that is measured here, in the order of the run: what disturbs most comes last. */
const BARS = {
  P1: { how: lighthouse.how, measure: onTheShop(lighthouse.measureLighthouse) },
  T1: { how: throughput.how, measure: onTheShop(throughput.measureThroughput) },
  T3: { how: api.how, measure: onGeneratedProducts },
  CONTACT: { how: contact.how, measure: onTheShop(contact.measureContact) },
  I1: { how: pictures.how, measure: onTheShop(pictures.measureImages) },
  W1: { how: adminSave.how, measure: onTheShop(adminSave.measureAdminSave) },
  L1: { how: signIn.how, measure: onTheShop(signIn.measureSignIn) },
  D1: { how: outage.how, measure: onTheShop(outage.measureOutage) },
};
const SIZES = [1_000, 100_000];

await runMain(async () => {
  const wanted = barsFrom(process.argv.slice(2));
  const startedAt = new Date().toISOString();
  const started = performance.now();
  console.log("\nÉquipement Ouarzazate: benchmarks\n");
  const context = await prepare(wanted);
  const rows = [];
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
    const methods = Object.fromEntries(wanted.map((bar) => [bar, BARS[bar].how]));
    const minutes = Math.round((performance.now() - started) / 60_000);
    const machine = await describeMachine(context.server.version);
    writeReport({ startedAt, minutes, machine, methods, rows });
    console.log("\nKept in docs/benchmarks.md and docs/benchmarks.json.");
  } else {
    console.log("\nOnly a run of all figures is kept in docs/.");
  }
  return 0;
});

function barsFrom(args) {
  const wanted = args.map((arg) => arg.toUpperCase());
  const unknown = wanted.filter((bar) => !BARS[bar]);
  if (unknown.length > 0) {
    throw new CliError(
      `Not measured here: ${unknown.join(", ")}. There are ${Object.keys(BARS).join(", ")}: npm run bench -- T1 T3`,
    );
  }
  return Object.keys(BARS).filter((bar) => wanted.length === 0 || wanted.includes(bar));
}

async function prepare(wanted) {
  const dataDir = path.join(getDataDirectory(), "bench");
  requireWritable(dataDir);
  requireFreeSpace(2.5, [dataDir]);
  const holder = claimLock(path.join(dataDir, "running.json"), { command: "bench" });
  if (holder) throw new CliError(`Benchmarks already run from here (process ${holder.pid}).`);
  claimBuild("npm run bench");
  await step("Dependencies", ensureDependencies);
  const context = { scratch: makeScratchFolder(), settings: await loadShopSettings(dataDir) };
  await step("PostgreSQL", async () => {
    context.server = await openServer(dataDir);
    return context.server.version;
  });
  const variables = withDatabase(context.settings, context.server.adminUrl);
  await step("Database client", () => generateClient(variables));
  await step("Catalogue", async () => {
    context.database = await openSeededDatabase(context.server, context.settings);
  });
  context.productPath = `/produit/${await showpiece(context.database.url)}`;
  if (wanted.includes("T3")) context.generated = await generate(context);
  await step("Production build", () => buildShop(context.settings, context.database));
  return context;
}

async function generate({ server, database }) {
  const urls = new Map();
  for (const count of SIZES) {
    await step(`${count.toLocaleString("en")} products`, async () => {
      urls.set(count, await openGeneratedDatabase(server, database, count));
    });
  }
  return urls;
}

/** The newest product that has variations: a full page, and the first that everybody sees. */
function showpiece(url) {
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

/** One that cannot be measured is a miss with its reason; the others are still worth having. */
async function measure(bar, context) {
  try {
    const rows = await BARS[bar].measure(context);
    return rows.map((row) => ({ bar, ...row }));
  } catch (error) {
    const note = explainFailure(error.message) ?? error.message;
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

function onTheShop(measureIt) {
  return async (context) => {
    const shop = await startShop(context.settings, context.database.url);
    try {
      return await measureIt({ ...context, shop });
    } finally {
      await shop.stop();
    }
  };
}

async function onGeneratedProducts({ server, settings, generated }) {
  const rows = [];
  for (const [products, databaseUrl] of generated) {
    rows.push(...(await api.measureApi({ server, settings, databaseUrl, products })));
  }
  return rows;
}

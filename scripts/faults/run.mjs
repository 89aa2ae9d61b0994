import "../steps/require-node.mjs";
import path from "node:path";
import { openSeededDatabase, openServer } from "../bench/databases.mjs";
import { printTable } from "../bench/report.mjs";
import { buildShop, loadShopSettings, withDatabase } from "../bench/shop.mjs";
import { claimBuild } from "../steps/build.mjs";
import { generateClient } from "../steps/catalogue.mjs";
import { CliError } from "../steps/cli-error.mjs";
import { ensureDependencies } from "../steps/dependencies.mjs";
import { getDataDirectory } from "../steps/environment.mjs";
import { runMain } from "../steps/lifecycle.mjs";
import { claimLock } from "../steps/lock.mjs";
import { requireFreeSpace, requireWritable } from "../steps/preflight.mjs";
import { step } from "../steps/step.mjs";
import { createDatabase } from "../test-database.mjs";
import { campaignKills } from "./campaign-kills.mjs";
import { storm } from "./storm.mjs";

const PATIENCE_MS = 45 * 60_000;

/** Every fault test, by the bar that it measures. Each gets a seeded database of its own. */
const FAULTS = {
  E1: (context) =>
    storm({
      ...context,
      messages: 500,
      events: ["kill", "restart", "kill", "kill", "restart", "kill", "kill"],
      drainMs: PATIENCE_MS,
    }),
  E2: (context) => campaignKills({ ...context, recipients: 1_000, kills: 10 }),
};

await runMain(async () => {
  const asked = process.argv.slice(2).map((name) => name.toUpperCase());
  const unknown = asked.filter((name) => !FAULTS[name]);
  if (unknown.length > 0) {
    throw new CliError(
      `Not tested here: ${unknown.join(", ")}. There are ${Object.keys(FAULTS).join(", ")}.`,
    );
  }
  console.log("\nÉquipement Ouarzazate: faults\n");
  const { server, settings, template } = await prepare();
  const rows = [];
  for (const bar of Object.keys(FAULTS).filter(
    (name) => asked.length === 0 || asked.includes(name),
  )) {
    await step(bar, async () => {
      const url = await createDatabase(
        server.adminUrl,
        `bench_fault_${bar.toLowerCase()}`,
        template,
      );
      const measured = await FAULTS[bar]({ server, settings, database: { url, embedded: true } });
      rows.push(...measured.map((row) => ({ bar, ...row })));
      return `${measured.filter(({ reached }) => reached).length} of ${measured.length} reached`;
    });
  }
  printTable(rows);
  return rows.every(({ reached }) => reached) ? 0 : 1;
});

async function prepare() {
  const dataDir = path.join(getDataDirectory(), "bench");
  requireWritable(dataDir);
  requireFreeSpace(2.5, [dataDir]);
  const holder = claimLock(path.join(dataDir, "running.json"), { command: "bench:faults" });
  if (holder) throw new CliError(`Benchmarks already run from here (process ${holder.pid}).`);
  claimBuild("npm run bench:faults");
  await step("Dependencies", ensureDependencies);
  const settings = await loadShopSettings(dataDir);
  let server;
  await step("PostgreSQL", async () => {
    server = await openServer(dataDir);
    return server.version;
  });
  await step("Database client", () => generateClient(withDatabase(settings, server.adminUrl)));
  let database;
  await step("Catalogue", async () => {
    database = await openSeededDatabase(server, settings);
  });
  await step("Production build", () => buildShop(settings, database));
  return { server, settings, template: new URL(database.url).pathname.slice(1) };
}

import "../steps/require-node.mjs";
import path from "node:path";
import type { BarRow, Context, ResultRow } from "../bench/context";
import { prepareDatabase, prepareServer } from "../bench/prepare";
import { printTable } from "../bench/report";
import { buildShop, loadShopSettings, withDatabase } from "../bench/shop";
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
import { measureCampaignKills } from "./campaign-kills";
import { measureEventKills } from "./event-kills";
import { measureOperationKills } from "./operation-kills";
import { measureStorm } from "./storm";

const DRAIN_MS = 45 * 60_000;

type FaultContext = Pick<Context, "server" | "settings" | "database">;

/** All fault tests by name. Each runs on its own seeded database. */
const FAULTS: Record<string, (context: FaultContext) => Promise<ResultRow[]>> = {
  E1: (context) =>
    measureStorm({
      ...context,
      messages: 500,
      events: ["kill", "restart", "kill", "kill", "restart", "kill", "kill"],
      drainMs: DRAIN_MS,
    }),
  E2: (context) => measureCampaignKills({ ...context, recipients: 1_000, kills: 10 }),
  E3: (context) => measureOperationKills({ ...context, products: 1_000, kills: 10 }),
  E4: (context) => measureEventKills({ ...context, kills: 5 }),
};

await runMain(async () => {
  const wanted = process.argv.slice(2).map((name) => name.toUpperCase());
  const unknown = wanted.filter((name) => !FAULTS[name]);
  if (unknown.length > 0) {
    throw new CliError(
      `Not tested here: ${unknown.join(", ")}. There are ${Object.keys(FAULTS).join(", ")}.`,
    );
  }
  console.log("\nÉquipement Ouarzazate: faults\n");
  const { server, settings, template } = await prepare();
  const rows: BarRow[] = [];
  for (const bar of Object.keys(FAULTS).filter(
    (name) => wanted.length === 0 || wanted.includes(name),
  )) {
    await step(bar, async () => {
      const url = await createDatabase(
        server.adminUrl,
        `bench_fault_${bar.toLowerCase()}`,
        template,
      );
      const measured =
        (await FAULTS[bar]?.({ server, settings, database: { url, embedded: true } })) ?? [];
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
  const server = await prepareServer(dataDir);
  await step("Database client", () => generateClient(withDatabase(settings, server.adminUrl)));
  const database = await prepareDatabase(server, settings);
  await step("Production build", () => buildShop(settings, database));
  return { server, settings, template: new URL(database.url).pathname.slice(1) };
}

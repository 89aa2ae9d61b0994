import path from "node:path";
import { createDatabase, dropDatabases } from "../test-database.mjs";
import { buildWhenStale, claimBuild } from "./build.mjs";
import { seed } from "./catalogue.mjs";
import { allPassed, blankVariables, check, runTool } from "./checks.mjs";
import { migrate } from "./database.mjs";
import { buildShopVariables } from "./environment.mjs";
import { onExit } from "./lifecycle.mjs";
import { startServer } from "./next-server.mjs";
import { findFreePort } from "./preflight.mjs";
import { loadSecrets } from "./secrets.mjs";
import { readPlaywrightReport } from "./test-report.mjs";

export const BROWSER_CHECKS = ["Production build", "End to end", "Storm"];

/** Runs the end-to-end tests and the storm on a production build with its own database, data folder and port. */
export async function browserTests(adminUrl, scratch) {
  const variables = await prepareVariables(adminUrl, path.join(scratch, "data"));
  const database = { url: variables.DATABASE_URL, embedded: true };
  const [build, endToEnd, storm] = BROWSER_CHECKS;
  await check(build, async () => {
    claimBuild("npm test");
    await migrate(database, variables);
    await seed(database, variables);
    await buildWhenStale(variables, database.url);
    return { ok: true };
  });
  if (!allPassed()) return;
  await check(endToEnd, () => runPlaywright(variables, scratch));
  await check(storm, () => runStorm(variables, scratch));
}

/** Loads TypeScript here, since the command starts before its dependencies are installed. */
async function runStorm(variables, scratch) {
  const { register } = await import("tsx/esm/api");
  register();
  const { runShortStorm } = await import("../faults/short.ts");
  return runShortStorm(variables, scratch);
}

async function prepareVariables(adminUrl, dataDir) {
  const name = `e2e_${Date.now().toString(36)}_${process.pid}`;
  const database = { url: await createDatabase(adminUrl, name), embedded: true };
  onExit(() => dropDatabases(adminUrl, name));
  const port = await findFreePort();
  const secrets = loadSecrets(dataDir, {});
  const address = `http://localhost:${port}`;
  return {
    ...blankVariables(),
    ...buildShopVariables({ dataDir, database, secrets, port }),
    NEXT_PUBLIC_APP_URL: address,
    PORT: String(port),
    // e2e/shop/posthog.spec.ts listens there.
    NEXT_PUBLIC_POSTHOG_KEY: "phc_e2e",
    NEXT_PUBLIC_POSTHOG_HOST: `http://127.0.0.1:${await findFreePort()}`,
  };
}

async function runPlaywright(variables, scratch) {
  const server = await startServer(variables.PORT, variables, path.join(scratch, "server.log"));
  const report = path.join(scratch, "playwright.json");
  const outcome = await runTool("@playwright/test/cli.js", ["test"], {
    ...variables,
    TMPDIR: scratch,
    E2E_BASE_URL: variables.NEXT_PUBLIC_APP_URL,
    E2E_DATABASE_URL: variables.DATABASE_URL,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  await server.stop();
  return { ...outcome, ...readPlaywrightReport(report) };
}

import path from "node:path";
import { shortStorm } from "../faults/short.mjs";
import { createDatabase, dropDatabases } from "../test-database.mjs";
import { buildWhenStale, claimBuild } from "./build.mjs";
import { seed } from "./catalogue.mjs";
import { allPassed, blankVariables, check, tool } from "./checks.mjs";
import { migrate } from "./database.mjs";
import { shopVariables } from "./environment.mjs";
import { atEnd } from "./lifecycle.mjs";
import { serve } from "./next-server.mjs";
import { freePort } from "./preflight.mjs";
import { loadSecrets } from "./secrets.mjs";
import { playwrightCounts } from "./test-report.mjs";

export const BROWSER_CHECKS = ["Production build", "End to end", "Storm"];

/** The production build on a database, a data folder and a port of its own, walked through by a real browser, then in a storm. */
export async function browserTests(adminUrl, scratch) {
  const variables = await variablesForRun(adminUrl, path.join(scratch, "data"));
  const database = { url: variables.DATABASE_URL, embedded: true };
  const [build, walk, faults] = BROWSER_CHECKS;
  await check(build, async () => {
    claimBuild("npm test");
    await migrate(database, variables);
    await seed(database, variables);
    await buildWhenStale(variables, database.url);
    return { ok: true };
  });
  if (!allPassed()) return;
  await check(walk, () => playwright(variables, scratch));
  await check(faults, () => shortStorm(variables, scratch));
}

async function variablesForRun(adminUrl, dataDir) {
  const name = `e2e_${Date.now().toString(36)}_${process.pid}`;
  const database = { url: await createDatabase(adminUrl, name), embedded: true };
  atEnd(() => dropDatabases(adminUrl, name));
  const port = await freePort();
  const secrets = loadSecrets(dataDir, {});
  const address = `http://localhost:${port}`;
  return {
    ...blankVariables(),
    ...shopVariables({ dataDir, database, secrets, port }),
    NEXT_PUBLIC_APP_URL: address,
    PORT: String(port),
  };
}

async function playwright(variables, scratch) {
  const server = await serve(variables.PORT, variables, path.join(scratch, "server.log"));
  const report = path.join(scratch, "playwright.json");
  const outcome = await tool("@playwright/test/cli.js", ["test"], {
    ...variables,
    TMPDIR: scratch,
    E2E_BASE_URL: variables.NEXT_PUBLIC_APP_URL,
    E2E_DATABASE_URL: variables.DATABASE_URL,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  await server.stop();
  return { ...outcome, counts: playwrightCounts(report) };
}

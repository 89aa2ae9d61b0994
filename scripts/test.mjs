import "./steps/require-node.mjs";
import os from "node:os";
import path from "node:path";
import { BROWSER_HELP, findHeadlessBrowser } from "./browser.mjs";
import { BROWSER_CHECKS, browserTests } from "./steps/browser-tests.mjs";
import { generateClient } from "./steps/catalogue.mjs";
import {
  allPassed,
  blankVariables,
  check,
  checkCompletes,
  checkResults,
  runTool,
} from "./steps/checks.mjs";
import { CliError } from "./steps/cli-error.mjs";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { root } from "./steps/files.mjs";
import { runMain } from "./steps/lifecycle.mjs";
import { requireFreeSpace } from "./steps/preflight.mjs";
import { makeScratchFolder } from "./steps/scratch.mjs";
import { printSlowestFiles, printSummary, readVitestReport } from "./steps/test-report.mjs";
import { openTestServer } from "./test-database.mjs";

const STATIC_CHECKS = ["Lint", "Types", "Dead code"];
const TESTS = "Unit and integration";

await runMain(async () => {
  const withBrowser = !process.argv.includes("--without-e2e");
  const planned = [...STATIC_CHECKS, TESTS, ...(withBrowser ? BROWSER_CHECKS : [])];
  console.log("\nÉquipement Ouarzazate: tests\n");
  await runChecks(withBrowser);
  printSlowestFiles(checkResults());
  printSummary(checkResults(), planned);
  return allPassed() ? 0 : 1;
});

async function runChecks(withBrowser) {
  const scratch = makeScratchFolder();
  await checkCompletes("Dependencies", () => {
    requireFreeSpace(1.5, [root, os.tmpdir()]);
    return ensureDependencies();
  });
  if (allPassed() && withBrowser) await checkCompletes("Browser", requireBrowser);
  if (allPassed()) await staticChecks();
  if (!allPassed()) return;
  let server;
  await checkCompletes("PostgreSQL", async () => {
    server = await openTestServer();
  });
  if (allPassed()) await check(TESTS, () => vitest(server.url, scratch));
  if (allPassed() && withBrowser) await browserTests(server.url, scratch);
}

async function requireBrowser() {
  if (!(await findHeadlessBrowser())) throw new CliError(BROWSER_HELP);
}

async function staticChecks() {
  const [lint, types, deadCode] = STATIC_CHECKS;
  // `next typegen` loads next.routes.ts, which reads the environment. It connects to nothing.
  const variables = {
    ...blankVariables(),
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    SESSION_SECRET: "s".repeat(32),
    CRON_SECRET: "c".repeat(32),
    NEXT_PUBLIC_APP_URL: "http://localhost:3000",
  };
  await checkCompletes("Database client", () => generateClient(variables));
  await check(lint, () =>
    runTool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "--colors=off"], variables),
  );
  await check(types, async () => {
    const routes = await runTool("next/dist/bin/next", ["typegen"], variables);
    return routes.ok ? runTool("typescript/bin/tsc", ["--noEmit"], variables) : routes;
  });
  await check(deadCode, () => runTool("knip/bin/knip.js", [], variables));
}

async function vitest(adminUrl, scratch) {
  const report = path.join(scratch, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  if (process.env.COVERAGE) args.push("--coverage");
  const variables = {
    ...blankVariables(),
    NODE_ENV: "test",
    TMPDIR: scratch,
    TEST_DATABASE_URL: adminUrl,
  };
  const outcome = await runTool("vitest/vitest.mjs", args, variables);
  return { ...outcome, ...readVitestReport(report) };
}

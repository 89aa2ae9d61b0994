import "./steps/require-node.mjs";
import { spawn } from "node:child_process";
import fs from "node:fs";
import { CliError } from "./steps/cli-error.mjs";
import { openDatabase } from "./steps/database.mjs";
import { buildShopVariables, getDataDirectory, loadEnvFiles } from "./steps/environment.mjs";
import { root } from "./steps/files.mjs";
import { runMain } from "./steps/lifecycle.mjs";
import { prismaEntry, prismaVariables } from "./steps/prisma-cli.mjs";
import { loadSecrets } from "./steps/secrets.mjs";

const NEEDS_DATABASE = new Set(["migrate", "db", "studio"]);

await runMain(async () => {
  const args = process.argv.slice(2);
  if (!fs.existsSync(prismaEntry)) {
    throw new CliError("The dependencies are not installed. Run npm ci first.");
  }
  loadEnvFiles("development");
  const variables = NEEDS_DATABASE.has(args[0]) ? await prepareVariables() : {};
  return runInTerminal(args, { ...process.env, ...prismaVariables(), ...variables });
});

async function prepareVariables() {
  const dataDir = getDataDirectory();
  const database = await openDatabase(dataDir);
  const port = process.env.PORT || 3000;
  return buildShopVariables({ dataDir, database, secrets: loadSecrets(dataDir), port });
}

/** Shares the terminal, because `migrate dev` asks questions and Ctrl-C must reach Prisma directly. */
function runInTerminal(args, env) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [prismaEntry, ...args], { cwd: root, env, stdio: "inherit" })
      .once("error", reject)
      .once("exit", (code) => resolve(code ?? 1));
  });
}

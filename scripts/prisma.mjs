import "./steps/require-node.mjs";
import { spawn } from "node:child_process";
import fs from "node:fs";
import { openDatabase } from "./steps/database.mjs";
import { dataDirectory, loadEnvFiles, shopVariables } from "./steps/environment.mjs";
import { root } from "./steps/files.mjs";
import { runMain } from "./steps/lifecycle.mjs";
import { prismaEntry, prismaVariables } from "./steps/prisma-cli.mjs";
import { Problem } from "./steps/problem.mjs";
import { loadSecrets } from "./steps/secrets.mjs";

const NEEDS_DATABASE = new Set(["migrate", "db", "studio"]);

await runMain(async () => {
  const args = process.argv.slice(2);
  if (!fs.existsSync(prismaEntry)) {
    throw new Problem("The dependencies are not installed. Run npm ci first.");
  }
  loadEnvFiles("development");
  const variables = NEEDS_DATABASE.has(args[0]) ? await variablesForDatabase() : {};
  return runInTerminal(args, { ...process.env, ...prismaVariables(), ...variables });
});

async function variablesForDatabase() {
  const dataDir = dataDirectory();
  const database = await openDatabase(dataDir);
  const port = process.env.PORT || 3000;
  return shopVariables({ dataDir, database, secrets: loadSecrets(dataDir), port });
}

/** With the terminal of its own: `migrate dev` asks questions and Ctrl-C reaches it directly. */
function runInTerminal(args, env) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [prismaEntry, ...args], { cwd: root, env, stdio: "inherit" })
      .once("error", reject)
      .once("exit", (code) => resolve(code ?? 1));
  });
}

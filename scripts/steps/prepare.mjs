import path from "node:path";
import { generateClient, seed, seedStamp } from "./catalogue.mjs";
import { CliError } from "./cli-error.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { buildShopVariables, getDataDirectory, loadEnvFiles } from "./environment.mjs";
import { claimLock } from "./lock.mjs";
import { parsePort, requireFreePort, requireFreeSpace, requireWritable } from "./preflight.mjs";
import { loadSecrets } from "./secrets.mjs";
import { step } from "./step.mjs";

/** Prepares everything that Next needs: packages, secrets, and a database with this checkout's schema and catalogue. */
export async function prepare(mode) {
  loadEnvFiles(mode);
  const port = parsePort(process.env.PORT || "3000");
  const dataDir = getDataDirectory();
  requireWritable(dataDir);
  requireSoleUse(dataDir, port);
  await requireFreePort(port);
  requireFreeSpace(0.3, [dataDir]);

  await step("Dependencies", ensureDependencies);
  const secrets = loadSecrets(dataDir);
  let database;
  await step("Database", async () => {
    database = await openDatabase(dataDir);
    return database.embedded
      ? `PostgreSQL on port ${new URL(database.url).port}`
      : "from DATABASE_URL";
  });
  const variables = buildShopVariables({ dataDir, database, secrets, port });
  await step("Database client", () => generateClient(variables));
  await step("Migrations", () => migrate(database, variables));
  await step("Catalogue", () => seed(database, variables));
  const content = await seedStamp(database, variables);
  return { port, dataDir, secrets, variables, content };
}

function requireSoleUse(dataDir, port) {
  const command = process.env.npm_lifecycle_event ?? path.basename(process.argv[1], ".mjs");
  const holder = claimLock(path.join(dataDir, "running.json"), { command, port });
  if (!holder) return;
  throw new CliError(
    `"npm run ${holder.command}" already runs with this data folder: http://localhost:${holder.port} (process ${holder.pid}).\n` +
      `Use that one, or stop it first (Ctrl-C there, or kill ${holder.pid}).`,
  );
}

import path from "node:path";
import { databaseVariables } from "./database.mjs";
import { inRoot, root } from "./files.mjs";

export function getDataDirectory(env = process.env) {
  return path.resolve(root, env.DATA_DIR || ".data");
}

/** Loads the .env files that Next reads in this mode. Variables of the environment take precedence. */
export function loadEnvFiles(mode) {
  for (const name of [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"]) {
    try {
      process.loadEnvFile(inRoot(name));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
}

/** Builds the environment of the shop's processes. */
export function buildShopVariables({ dataDir, database, secrets, port }) {
  const { file: _, ...values } = secrets;
  return {
    ...values,
    ...databaseVariables(database),
    DATA_DIR: dataDir,
    NEXT_PUBLIC_APP_URL: process.env.NEXT_PUBLIC_APP_URL || `http://localhost:${port}`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

import path from "node:path";
import { databaseVariables } from "./database.mjs";
import { inRoot, root } from "./files.mjs";

export function dataDirectory(env = process.env) {
  return path.resolve(root, env.DATA_DIR || ".data");
}

/** What Next would read for this mode, read by the scripts too; the environment rules over the files. */
export function loadEnvFiles(mode) {
  for (const name of [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"]) {
    try {
      process.loadEnvFile(inRoot(name));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
}

/** Everything the shop's own code is given by the scripts. */
export function shopVariables({ dataDir, database, secrets, port }) {
  const { file: _, ...values } = secrets;
  return {
    ...values,
    ...databaseVariables(database),
    DATA_DIR: dataDir,
    NEXT_PUBLIC_APP_URL: process.env.NEXT_PUBLIC_APP_URL || `http://localhost:${port}`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

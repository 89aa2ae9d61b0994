import fs from "node:fs";
import path from "node:path";
import type { ResultRow } from "../bench/context";
import { openServer } from "../bench/databases";
import type { ShopSettings } from "../bench/shop";
import { migrate } from "../steps/database.mjs";
import { createDatabase } from "../test-database.mjs";
import { measureStorm } from "./storm";

/**
 * Runs the storm in about a minute on the present build: forty messages, each with its automatic reply, one kill and one
 * restart of PostgreSQL. It starts its own PostgreSQL, because other tests use the shared one.
 */
export async function runShortStorm(variables: ShopSettings, scratch: string) {
  const dataDir = path.join(scratch, "faults");
  fs.mkdirSync(dataDir, { recursive: true });
  const settings = { ...variables, DATA_DIR: dataDir };
  const server = await openServer(dataDir);
  const database = { url: await createDatabase(server.adminUrl, "storm"), embedded: true };
  await migrate(database, { ...settings, DATABASE_URL: database.url, DIRECT_URL: database.url });
  return toCheckResult(
    await measureStorm({
      server,
      settings,
      database,
      messages: 40,
      events: ["kill", "restart"],
      drainMs: 75_000,
      isShort: true,
    }),
  );
}

function toCheckResult(rows: readonly ResultRow[]) {
  const missed = rows.filter(({ reached }) => !reached);
  return {
    ok: missed.length === 0,
    output: missed
      .map(({ figure, value, target, note = "" }) => `${figure}: ${value} (${target}) ${note}`)
      .join("\n"),
    counts: { passed: rows.length - missed.length, failed: missed.length, skipped: 0 },
  };
}

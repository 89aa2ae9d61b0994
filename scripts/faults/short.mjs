import fs from "node:fs";
import path from "node:path";
import { openServer } from "../bench/databases.mjs";
import { migrate } from "../steps/database.mjs";
import { createDatabase } from "../test-database.mjs";
import { storm } from "./storm.mjs";

/**
 * The storm in about a minute, on the build that is there: forty messages, each with its automatic reply, one kill, one restart
 * of PostgreSQL. It has a PostgreSQL of its own, for others use that of the tests.
 */
export async function shortStorm(variables, scratch) {
  const dataDir = path.join(scratch, "faults");
  fs.mkdirSync(dataDir, { recursive: true });
  const settings = { ...variables, DATA_DIR: dataDir };
  const server = await openServer(dataDir);
  const database = { url: await createDatabase(server.adminUrl, "storm"), embedded: true };
  await migrate(database, { ...settings, DATABASE_URL: database.url, DIRECT_URL: database.url });
  const events = ["kill", "restart"];
  return outcomeOf(
    await storm({
      server,
      settings,
      database,
      messages: 40,
      events,
      drainMs: 75_000,
      isShort: true,
    }),
  );
}

function outcomeOf(rows) {
  const missed = rows.filter(({ reached }) => !reached);
  return {
    ok: missed.length === 0,
    output: missed
      .map(({ figure, value, target, note = "" }) => `${figure}: ${value} (${target}) ${note}`)
      .join("\n"),
    counts: { passed: rows.length - missed.length, failed: missed.length, skipped: 0 },
  };
}

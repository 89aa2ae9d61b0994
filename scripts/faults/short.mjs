import fs from "node:fs";
import path from "node:path";
import { openServer } from "../bench/databases.mjs";
import { migrate, withClient } from "../steps/database.mjs";
import { createDatabase } from "../test-database.mjs";
import { storm } from "./storm.mjs";

/**
 * The storm in under a minute, on the build that is there: forty messages, one kill, one restart of PostgreSQL. It has a
 * PostgreSQL of its own, for others use that of the tests.
 */
export async function shortStorm(variables, scratch) {
  const dataDir = path.join(scratch, "faults");
  fs.mkdirSync(dataDir, { recursive: true });
  const settings = { ...variables, DATA_DIR: dataDir };
  const server = await openServer(dataDir);
  const database = { url: await createDatabase(server.adminUrl, "storm"), embedded: true };
  await migrate(database, { ...settings, DATABASE_URL: database.url, DIRECT_URL: database.url });
  // One mail a message instead of two: the mail API may be called twice a second only.
  await withClient(database.url, (client) =>
    client.query(
      `INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES ('autoReply', 'false', now())`,
    ),
  );
  const events = ["kill", "restart"];
  return outcomeOf(
    await storm({
      server,
      settings,
      database,
      messages: 40,
      events,
      drainMs: 50_000,
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

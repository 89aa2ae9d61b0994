import fs from "node:fs";
import { findRunningPostgres, startPostgres } from "../embedded-postgres.mjs";
import { CliError } from "./cli-error.mjs";
import { inRoot } from "./files.mjs";
import { runPrisma } from "./prisma-cli.mjs";

/** Connects to DATABASE_URL when it is set, else to the embedded server, which may already run for another command. */
export async function openDatabase(dataDir, env = process.env) {
  if (env.DATABASE_URL) {
    await withClient(env.DATABASE_URL, (client) => client.query("SELECT 1"));
    return { url: env.DATABASE_URL, embedded: false };
  }
  const running = findRunningPostgres(dataDir);
  if (running) return { url: running, embedded: true };
  return { url: (await startPostgres(dataDir)).url, embedded: true };
}

export function databaseVariables({ url, embedded }) {
  return embedded ? { DATABASE_URL: url, DIRECT_URL: url } : { DATABASE_URL: url };
}

/** Applies pending migrations. Throws for a database that a newer checkout has migrated. */
export async function migrate(database, variables) {
  const state = await migrationState(database.url);
  if (state.unknown.length > 0) {
    throw new CliError(
      "The database is newer than this checkout: it has the migrations\n" +
        `${state.unknown.map((name) => `  ${name}`).join("\n")}\n` +
        "Update the checkout (git pull), or use another database: DATA_DIR=/another/folder (or DATABASE_URL). Nothing was changed.",
    );
  }
  if (state.unfinished.length > 0 && !database.embedded) {
    throw new CliError(
      `The migration ${state.unfinished[0]} stopped half-way in this database. Look at what it left, then mark it:\n` +
        `  node scripts/prisma.mjs migrate resolve --rolled-back ${state.unfinished[0]}`,
    );
  }
  // A migration runs in one transaction: a killed one has left only its record.
  for (const name of state.unfinished) {
    await runPrisma(["migrate", "resolve", "--rolled-back", name], variables);
  }
  const pending = state.pending.length + state.unfinished.length;
  if (pending === 0) return "up to date";
  await runPrisma(["migrate", "deploy"], variables);
  return `${pending} applied`;
}

/** Returns an identifier that also changes when the database is dropped and created again. */
export function databaseIdentity(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT min(started_at)::text AS first, (SELECT oid FROM pg_database WHERE datname = current_database()) AS oid
       FROM ${migrationsTable(url)}`,
    );
    return `${rows[0].oid}/${rows[0].first}`;
  });
}

async function migrationState(url) {
  const local = fs
    .readdirSync(inRoot("prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const rows = await withClient(url, async (client) => {
    const table = migrationsTable(url);
    const found = await client.query("SELECT to_regclass($1) IS NOT NULL AS there", [table]);
    if (!found.rows[0].there) return [];
    const result = await client.query(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM ${table} WHERE rolled_back_at IS NULL`,
    );
    return result.rows;
  });
  const names = rows.map((row) => row.name);
  return {
    unknown: [...new Set(names)].filter((name) => !local.includes(name)).sort(),
    unfinished: rows.filter((row) => !row.finished).map((row) => row.name),
    pending: local.filter((name) => !names.includes(name)),
  };
}

function migrationsTable(url) {
  const schema = new URL(url).searchParams.get("schema") ?? "public";
  return `"${schema.replaceAll('"', '""')}"._prisma_migrations`;
}

/**
 * Runs `work` on a connection of its own. Throws a CliError with an explanation when the connection fails.
 * @template T
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: requireUrl(url),
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new CliError(describeConnectionError(url, error));
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function requireUrl(url) {
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return url;
  throw new CliError("DATABASE_URL must look like postgresql://user:password@host:5432/database.");
}

function describeConnectionError(url, error) {
  const { host, pathname, username } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  if (error.code === "3D000") {
    return `There is no database "${name}" on ${host}. Create it (CREATE DATABASE …) or correct DATABASE_URL.`;
  }
  if (error.code === "28P01" || error.code === "28000") {
    return `${host} refused the user "${username}" or its password. Correct DATABASE_URL.`;
  }
  return `The database at ${host} does not answer (${error.code ?? error.message}). Start it, correct DATABASE_URL, or unset it to use the embedded one.`;
}

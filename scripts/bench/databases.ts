import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import { startPostgres } from "../embedded-postgres.mjs";
import { seed } from "../steps/catalogue.mjs";
import { CliError } from "../steps/cli-error.mjs";
import { migrate, withClient } from "../steps/database.mjs";
import { fingerprint, inRoot, lastLines, readJson, root } from "../steps/files.mjs";
import { kill } from "../steps/process-table.mjs";
import { run } from "../steps/processes.mjs";
import { createDatabase } from "../test-database.mjs";

const PREFIX = "bench_";
const SEED = ["prisma/seed.ts", "src/data", "scripts/migrate-static-to-db.ts"];
const GENERATOR = ["scripts/generate-catalogue.ts", "scripts/bench/vocabulary.ts"];

export interface Database {
  url: string;
  embedded: boolean;
}

export interface Statement {
  text: string;
  values: (string | null)[];
}

export type DatabaseServer = Awaited<ReturnType<typeof openServer>>;

/** Opens the embedded server of the benchmarks, whose data folder stays for the next run. */
export async function openServer(dataDir: string) {
  let { url } = await startPostgres(dataDir);
  await withClient(url, (client) => resetLogging(client));
  const server = {
    log: path.join(dataDir, "postgres.log"),
    get adminUrl(): string {
      return url;
    },
    version: await withClient(url, async (client): Promise<string> => {
      const { rows } = await client.query("SHOW server_version");
      return rows[0].server_version.split(" ")[0];
    }),
    listPids: () => listPids(readJson(path.join(dataDir, "postgres.json")).data),
    /** Kills all processes at once, like a power cut or the out-of-memory killer; returns their number. */
    killHard(): number {
      const pids = server.listPids();
      for (const pid of pids) kill(pid, "SIGKILL");
      return pids.length;
    },
    async restart() {
      ({ url } = await startPostgres(dataDir));
    },
  };
  return server;
}

/** Lists the postmaster and its children. */
function listPids(data: string): number[] {
  const postmaster = Number(
    fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0],
  );
  const children = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
    .filter(([, parent]) => parent === postmaster)
    .map(([pid]) => pid);
  return [postmaster, ...children];
}

/** Opens the seeded shop. It is migrated and seeded once per state of migrations and catalogue. */
export async function openSeededDatabase(
  server: DatabaseServer,
  variables: Record<string, string>,
): Promise<Database> {
  const name = `${PREFIX}shop_${buildStamp(["prisma/migrations", ...SEED])}`;
  const url = await findDatabase(server, name);
  const database = { url: url ?? (await createDatabase(server.adminUrl, name)), embedded: true };
  const settings = { ...variables, DATABASE_URL: database.url, DIRECT_URL: database.url };
  if (!url) await dropStale(server, `${PREFIX}shop_`, name);
  await migrate(database, settings);
  await seed(database, settings);
  return database;
}

/** Opens a copy of the seeded shop with `count` generated products; returns its URL. */
export async function openGeneratedDatabase(
  server: DatabaseServer,
  seeded: Database,
  count: number,
): Promise<string> {
  const prefix = `${PREFIX}${count}_`;
  const name = `${prefix}${buildStamp(["prisma/migrations", ...SEED, ...GENERATOR])}`;
  const url = await findDatabase(server, name);
  if (url) return url;
  await dropStale(server, prefix, name);
  // Renamed at the end, so that an incomplete database is created again.
  const draft = `${name}_draft`;
  const template = new URL(seeded.url).pathname.slice(1);
  const draftUrl = await createDatabase(server.adminUrl, draft, template);
  const { code, output } = await run(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      inRoot("scripts", "generate-catalogue.ts"),
      String(count),
    ],
    { cwd: root, env: { ...process.env, DATABASE_URL: draftUrl } },
  );
  if (code !== 0) throw new CliError(`${lastLines(output)}\n\nThe products were not generated.`);
  await withClient(server.adminUrl, (client) =>
    client.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`),
  );
  return buildDatabaseUrl(server, name);
}

function buildStamp(sources: string[]): string {
  return fingerprint(sources).slice(0, 10);
}

function buildDatabaseUrl(server: DatabaseServer, name: string): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function findDatabase(server: DatabaseServer, name: string): Promise<string | undefined> {
  const found = await withClient(server.adminUrl, (client) =>
    client.query("SELECT FROM pg_database WHERE datname = $1", [name]),
  );
  return found.rowCount === 0 ? undefined : buildDatabaseUrl(server, name);
}

async function dropStale(
  server: DatabaseServer,
  prefix: string,
  currentName: string,
): Promise<void> {
  await withClient(server.adminUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND datname <> $2",
      [prefix, currentName],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  });
}

const ENTRY_PREFIX = /^@@\d+@@ /m;

/** Returns the SQL statements with their parameters that the server received while `act` ran, read from its log. */
export async function recordStatements(
  server: DatabaseServer,
  act: () => Promise<unknown>,
): Promise<Statement[]> {
  return withClient(server.adminUrl, async (client) => {
    await client.query("ALTER SYSTEM SET log_line_prefix = '@@%p@@ '");
    await client.query("ALTER SYSTEM SET log_statement = 'all'");
    await client.query("SELECT pg_reload_conf(), pg_sleep(0.3)");
    const from = fs.statSync(server.log).size;
    try {
      await act();
      return parseLog(fs.readFileSync(server.log).subarray(from).toString("utf8"));
    } finally {
      await resetLogging(client);
    }
  });
}

async function resetLogging(client: pg.Client) {
  await client.query("ALTER SYSTEM RESET log_line_prefix");
  await client.query("ALTER SYSTEM RESET log_statement");
  await client.query("SELECT pg_reload_conf(), pg_sleep(0.3)");
}

function parseLog(text: string): Statement[] {
  const statements: Statement[] = [];
  // PostgreSQL indents the continuation lines of an entry by a tab.
  for (const entry of text
    .split(ENTRY_PREFIX)
    .map((raw) => raw.trimEnd().replaceAll("\n\t", "\n"))) {
    const sent = /^LOG: {2}execute [^:]+: (.*)$/s.exec(entry);
    const parameters = /^DETAIL: {2}parameters: (.*)$/is.exec(entry);
    const last = statements.at(-1);
    if (sent) statements.push({ text: sent[1] ?? "", values: [] });
    else if (parameters && last) last.values = parseParameters(parameters[1] ?? "");
  }
  return statements;
}

function parseParameters(text: string): Statement["values"] {
  return Array.from(text.matchAll(/\$\d+ = (NULL|'((?:[^']|'')*)')/g), ([, word, quoted]) =>
    word === "NULL" ? null : (quoted ?? "").replaceAll("''", "'"),
  );
}

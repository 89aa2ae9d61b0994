import { startTemporaryPostgres } from "./embedded-postgres.mjs";
import { CliError } from "./steps/cli-error.mjs";
import { withClient } from "./steps/database.mjs";
import { sleep } from "./steps/processes.mjs";

const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);
const OBJECT_IN_USE = "55006";

/** Opens the server for test databases: TEST_DATABASE_URL (with the right to create databases), else a temporary one. */
export async function openTestServer(env = process.env) {
  const url = env.TEST_DATABASE_URL;
  if (!url) return startTemporaryPostgres();
  await withClient(url, (client) => client.query("SELECT 1"));
  if (!LOCAL_HOSTS.has(new URL(url).hostname) && env.TEST_DATABASE_ALLOW_REMOTE !== "1") {
    throw new CliError(
      `TEST_DATABASE_URL points at ${new URL(url).hostname}. Tests make and drop databases there: ` +
        "use a local server, or set TEST_DATABASE_ALLOW_REMOTE=1 if that is what you want.",
    );
  }
  return { url, stop: async () => undefined };
}

/** Creates the database again, as a copy of the template. Returns its URL. */
export async function createDatabase(adminUrl, name, template = "template1") {
  await withClient(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
      } catch (error) {
        // Another worker copies the template, or autovacuum reads it; both end soon.
        if (error.code !== OBJECT_IN_USE || attempt === 20) throw error;
        await sleep(250);
      }
    }
  });
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export function dropDatabases(adminUrl, prefix) {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows)
      await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  });
}

import path from "node:path";
import { buildWhenStale } from "../steps/build.mjs";
import { seedStamp } from "../steps/catalogue.mjs";
import { blankVariables } from "../steps/checks.mjs";
import { buildShopVariables } from "../steps/environment.mjs";
import { startServer } from "../steps/next-server.mjs";
import { findFreePort, findListenError } from "../steps/preflight.mjs";
import { loadSecrets } from "../steps/secrets.mjs";

/** The build holds the shop's address: on the usual port the last one can be used again. */
const USUAL_PORT = 3199;

/** What the shop is told in a benchmark: production, one proxy in front of it, nothing of a developer's own files. */
export async function loadShopSettings(dataDir) {
  const port = (await findListenError(USUAL_PORT)) ? await findFreePort() : USUAL_PORT;
  const secrets = loadSecrets(dataDir, {});
  return {
    ...blankVariables(),
    ...buildShopVariables({ dataDir, database: { url: "", embedded: true }, secrets, port }),
    NEXT_PUBLIC_APP_URL: `http://localhost:${port}`,
    TRUSTED_PROXIES: "1",
    PORT: String(port),
  };
}

export async function buildShop(settings, database) {
  const variables = withDatabase(settings, database.url);
  return buildWhenStale(variables, await seedStamp(database, variables));
}

export function startShop(settings, databaseUrl, log = "server.log") {
  const file = path.join(settings.DATA_DIR, log);
  return startServer(settings.PORT, withDatabase(settings, databaseUrl), file);
}

export function withDatabase(settings, url) {
  return { ...settings, DATABASE_URL: url, DIRECT_URL: url };
}

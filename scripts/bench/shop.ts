import path from "node:path";
import { buildWhenStale } from "../steps/build.mjs";
import { seedStamp } from "../steps/catalogue.mjs";
import { blankVariables } from "../steps/checks.mjs";
import { buildShopVariables } from "../steps/environment.mjs";
import { startServer } from "../steps/next-server.mjs";
import { findFreePort, findListenError } from "../steps/preflight.mjs";
import { loadSecrets } from "../steps/secrets.mjs";
import type { Database } from "./databases";

/** The build contains the shop's address, so the last build can be reused only on the same port. */
const DEFAULT_PORT = 3199;

export interface ShopSettings extends Record<string, string> {
  DATA_DIR: string;
  PORT: string;
  NEXT_PUBLIC_APP_URL: string;
  SESSION_SECRET: string;
  CRON_SECRET: string;
}

export type ShopProcess = Awaited<ReturnType<typeof startShop>>;

/** The environment of the shop in a benchmark: production, one proxy in front, nothing from a developer's .env files. */
export async function loadShopSettings(dataDir: string): Promise<ShopSettings> {
  const port = (await findListenError(DEFAULT_PORT)) ? await findFreePort() : DEFAULT_PORT;
  const secrets = loadSecrets(dataDir, {});
  return {
    ...blankVariables(),
    ...buildShopVariables({ dataDir, database: { url: "", embedded: true }, secrets, port }),
    NEXT_PUBLIC_APP_URL: `http://localhost:${port}`,
    TRUSTED_PROXIES: "1",
    PORT: String(port),
  };
}

export async function buildShop(settings: ShopSettings, database: Database) {
  const variables = withDatabase(settings, database.url);
  return buildWhenStale(variables, await seedStamp(database, variables));
}

export function startShop(settings: ShopSettings, databaseUrl: string, log = "server.log") {
  const file = path.join(settings.DATA_DIR, log);
  return startServer(settings.PORT, withDatabase(settings, databaseUrl), file);
}

export function withDatabase(settings: ShopSettings, url: string): ShopSettings {
  return { ...settings, DATABASE_URL: url, DIRECT_URL: url };
}

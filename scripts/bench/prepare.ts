import { step } from "../steps/step.mjs";
import { type Database, type DatabaseServer, openSeededDatabase, openServer } from "./databases";
import type { ShopSettings } from "./shop";

export async function prepareServer(dataDir: string): Promise<DatabaseServer> {
  let server: DatabaseServer | undefined;
  await step("PostgreSQL", async () => {
    server = await openServer(dataDir);
    return server.version;
  });
  if (!server) throw new Error("PostgreSQL was not started.");
  return server;
}

export async function prepareDatabase(
  server: DatabaseServer,
  settings: ShopSettings,
): Promise<Database> {
  let database: Database | undefined;
  await step("Catalogue", async () => {
    database = await openSeededDatabase(server, settings);
  });
  if (!database) throw new Error("The database was not seeded.");
  return database;
}

import { createDatabase } from "../test-database.mjs";
import { measurePreview } from "./bulk-preview";
import type { Context, ResultRow } from "./context";
import { measureExport } from "./export-memory";
import { measureImport } from "./import-speed";
import { startShop } from "./shop";
import { createApiCall, createOwners } from "./staff";

export const method =
  "A CSV file of 10,000 new, published products with Arabic texts, characteristics and a photo of the shop: sent, checked and applied " +
  "through the API. Then the products, photos and audit entries of this import are inserted into a copy of the same database through " +
  "`pg`, 100 products a transaction, three statements each; the ratio is that of the products per second, upload and check included. " +
  "The preview is of minus ten per cent on all products, 30 times over HTTP and 30 times as its statements through `pg`, in turn. " +
  "Both exports are read to the end. Memory is the server's resident set, read twice a second.";

/** M1: imports, bulk changes and exports of many products. */
export async function measureManyProducts({
  server,
  settings,
  database,
}: Pick<Context, "server" | "settings" | "database">): Promise<ResultRow[]> {
  const template = new URL(database.url).pathname.slice(1);
  const copy = (name: string) => createDatabase(server.adminUrl, `bench_${name}`, template);
  const databaseUrl = await copy("import");
  const emptyUrl = await copy("import_direct");
  const process = await startShop(settings, databaseUrl);
  try {
    const { cookie } = await createOwners(databaseUrl, 1);
    const address = settings.NEXT_PUBLIC_APP_URL;
    const shop = {
      call: createApiCall(settings, cookie),
      pid: process.child.pid ?? 0,
      databaseUrl,
    };
    return [
      ...(await measureImport(shop, address, emptyUrl)),
      ...(await measurePreview(shop, server)),
      ...(await measureExport({ shop, address, cookie })),
    ];
  } finally {
    await process.stop();
  }
}

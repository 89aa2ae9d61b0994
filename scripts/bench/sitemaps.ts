import { gunzipSync } from "node:zlib";
import { CliError } from "../steps/cli-error.mjs";
import { withClient } from "../steps/database.mjs";
import { type Client, openClient } from "./client";
import type { BarRow, Context } from "./context";
import { startShop } from "./shop";

const MAX_ADDRESSES = 50_000;
const MAX_MB = 10;

export const method =
  "Every file of the sitemap index, read to its end: the French addresses of products, each once, against the products that customers see.";

interface Options extends Pick<Context, "server" | "settings"> {
  databaseUrl: string;
  products: number;
}

/** Q5: the sitemap names every product. */
export async function measureSitemaps(options: Options): Promise<BarRow[]> {
  const { settings, databaseUrl, products } = options;
  const expected = await countVisible(databaseUrl);
  const shop = await startShop(settings, databaseUrl);
  const client = openClient(settings.PORT);
  try {
    const started = performance.now();
    const slugs = new Set<string>();
    let maxAddresses = 0;
    let maxBytes = 0;
    const files = readAddresses(await read(client, "/sitemap.xml"));
    for (const file of files) {
      const text = await read(client, new URL(file).pathname);
      const addresses = readAddresses(text);
      maxAddresses = Math.max(maxAddresses, addresses.length);
      maxBytes = Math.max(maxBytes, Buffer.byteLength(text));
      for (const address of addresses) {
        const slug = /^\/produit\/(.+)$/.exec(new URL(address).pathname)?.[1];
        if (slug !== undefined) slugs.add(slug);
      }
    }
    const seconds = (performance.now() - started) / 1000;
    const megabytes = maxBytes / 1e6;
    const size = `${products.toLocaleString("en")} products`;
    return [
      {
        bar: "Q5",
        figure: `${size}: products in the sitemap`,
        value: `${slugs.size} of ${expected}`,
        target: "all",
        reached: slugs.size === expected,
        note: `${files.length} files in ${seconds.toFixed(1)} s.`,
      },
      {
        bar: "Q5",
        figure: `${size}: the longest file of the sitemap`,
        value: `${maxAddresses} addresses, ${megabytes.toFixed(1)} MB`,
        target: `≤ ${MAX_ADDRESSES} addresses, ≤ ${MAX_MB} MB`,
        reached: maxAddresses <= MAX_ADDRESSES && megabytes <= MAX_MB,
      },
    ];
  } finally {
    client.close();
    await shop.stop();
  }
}

function readAddresses(xml: string): string[] {
  return Array.from(xml.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address = ""]) => address);
}

async function read(client: Client, path: string): Promise<string> {
  const { status, headers, body } = await client.get(path);
  if (status !== 200) throw new CliError(`${path} answered ${status}.`);
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
}

function countVisible(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS "count" FROM "Product" p JOIN "Category" c ON c."id" = p."categoryId"
       WHERE p."status" = 'ACTIVE' AND p."deletedAt" IS NULL AND p."publishAt" <= now()
         AND (p."unpublishAt" IS NULL OR p."unpublishAt" > now()) AND c."isActive"`,
    );
    return rows[0].count;
  });
}

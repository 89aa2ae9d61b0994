import { CliError } from "../steps/cli-error.mjs";
import type { ResultRow } from "./context";
import { connect, formatCount, type ShopUnderTest, watchMemory } from "./many-products-shop";

const PRODUCTS = 100_000;
const MAX_MEMORY_MB = 150;
const FORMATS = ["csv", "xlsx"] as const;

interface Options {
  shop: ShopUnderTest;
  address: string;
  cookie: string;
}

/** Exports more than 100,000 products in both formats. */
export async function measureExport({ shop, address, cookie }: Options): Promise<ResultRow[]> {
  const rows: ResultRow[] = [];
  const small = await Promise.all(FORMATS.map((format) => download({ address, cookie, format })));
  await addProducts(shop.databaseUrl);
  for (const [i, format] of FORMATS.entries()) {
    const { result, memory } = await watchMemory(shop.pid, () =>
      download({ address, cookie, format }),
    );
    const added = memory.highest - memory.before;
    rows.push({
      figure: `export of ${formatCount(PRODUCTS)} more products as ${format}: memory that the server adds`,
      value: `${added} MB`,
      target: `≤ ${MAX_MEMORY_MB} MB`,
      reached: added <= MAX_MEMORY_MB,
      note: `${memory.before} MB before, ${memory.highest} MB at the highest; ${toMb(result.bytes)} MB in ${result.seconds.toFixed(1)} s, ${toMb(small[i]?.bytes ?? 0)} MB before these products.`,
      data: { ...memory, ...result },
    });
  }
  return rows;
}

const toMb = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

/** Copies of products, which need no row in the lists of the shop. */
async function addProducts(databaseUrl: string): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL shop.listing = 'deferred'");
    await client.query(
      `INSERT INTO "Product" ("id", "slug", "sku", "name", "nameAr", "description", "descriptionAr", "categoryId", "brand", "basePrice", "facts", "status")
       SELECT 'copy-' || n, 'copy-' || n, 'COPY-' || n, p."name", p."nameAr", p."description", p."descriptionAr", p."categoryId", p."brand",
         p."basePrice", p."facts", 'DRAFT'
       FROM generate_series(1, $1::int) AS n
       JOIN (SELECT *, row_number() OVER (ORDER BY "id") AS "place", count(*) OVER () AS "total" FROM "Product") AS p
         ON p."place" = 1 + n % p."total"`,
      [PRODUCTS],
    );
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** Reads an export and keeps only its size, as a browser that writes it to the disk. */
async function download({ address, cookie, format }: Omit<Options, "shop"> & { format: string }) {
  const started = performance.now();
  const path = `/api/admin/products/export?format=${format}`;
  const response = await fetch(`${address}${path}`, { headers: { cookie } });
  if (!response.ok || response.body === null) throw new CliError(`${path}: ${response.status}.`);
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  return { bytes, seconds: (performance.now() - started) / 1000 };
}

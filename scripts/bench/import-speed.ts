import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { CliError } from "../steps/cli-error.mjs";
import type { ResultRow } from "./context";
import {
  connect,
  formatCount,
  requireData,
  type ShopUnderTest,
  watchMemory,
} from "./many-products-shop";
import { buildProductFile } from "./product-file";
import type { ApiCall } from "./staff";
import { rounded } from "./statistics";

const PRODUCTS = 10_000;
/** Before the measured import, so that the server is warm. */
const WARM_UP = 200;
const BATCH = 100;
const MIN_RATIO = 0.25;
const MAX_SECONDS = 60;
const MAX_MEMORY_MB = 150;
const POLL_MS = 500;
const TIMEOUT_MS = 10 * 60_000;

/** Imports the products into the database of a shop, and compares with the same rows through `pg` in another one. */
export async function measureImport(
  { call, pid, databaseUrl }: ShopUnderTest,
  address: string,
  emptyUrl: string,
): Promise<ResultRow[]> {
  const source = await readSource(databaseUrl, address);
  await importFile(call, buildProductFile({ ...source, count: WARM_UP, prefix: "WARM" }));
  const file = buildProductFile({ ...source, count: PRODUCTS, prefix: "NEW" });
  const { result, memory } = await watchMemory(pid, () => importFile(call, file));
  const { id, seconds } = result;
  const direct = await insertDirectly(databaseUrl, id, emptyUrl);
  const total = Object.values(seconds).reduce((sum, part) => sum + part, 0);
  const ratio = direct / total;
  const added = memory.highest - memory.before;
  const parts = Object.entries(seconds).map(([name, part]) => `${name} ${part.toFixed(1)} s`);
  return [
    {
      figure: `import of ${formatCount(PRODUCTS)} products: products/s ÷ those of pg`,
      value: ratio.toFixed(2),
      target: `≥ ${MIN_RATIO}`,
      reached: ratio >= MIN_RATIO,
      note: `${Math.round(PRODUCTS / total)} against ${Math.round(PRODUCTS / direct)} products/s.`,
      data: { ratio: rounded(ratio), direct: rounded(direct) },
    },
    {
      figure: "… upload, check and apply",
      value: `${total.toFixed(1)} s`,
      target: `< ${MAX_SECONDS} s`,
      reached: total < MAX_SECONDS,
      note: `${parts.join(", ")}.`,
      data: seconds,
    },
    {
      figure: "… memory that the server adds",
      value: `${added} MB`,
      target: `≤ ${MAX_MEMORY_MB} MB`,
      reached: added <= MAX_MEMORY_MB,
      note: `${memory.before} MB before, ${memory.highest} MB at the highest.`,
      data: memory,
    },
  ];
}

async function readSource(databaseUrl: string, address: string) {
  const client = await connect(databaseUrl);
  try {
    const categories = await client.query<{ slug: string; path: string }>(
      `SELECT c."slug", concat_ws(' > ', parent."name", c."name") AS "path"
       FROM "Category" c LEFT JOIN "Category" parent ON parent."id" = c."parentId"`,
    );
    const images = await client.query<{ url: string }>(
      `SELECT DISTINCT "url" FROM "ProductImage" ORDER BY "url" LIMIT 100`,
    );
    return {
      categories: new Map(categories.rows.map(({ slug, path }) => [slug, path])),
      images: images.rows.map(({ url }) => `${address}${url}`),
    };
  } finally {
    await client.end();
  }
}

interface ImportAnswer {
  operation: { id: string; state: string; changed: number; total: number };
  mapping: (string | null)[];
  options: object;
}

/** Sends, checks and applies a file, each timed in seconds. */
async function importFile(call: ApiCall, content: string) {
  const seconds = { upload: 0, check: 0, apply: 0 };
  const measure = async <T>(part: keyof typeof seconds, act: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await act();
    seconds[part] = (performance.now() - started) / 1000;
    return result;
  };
  const form = new FormData();
  form.set("file", new File([content], "produits.csv", { type: "text/csv" }));
  const { operation, mapping, options } = await measure("upload", async () =>
    requireData(await call<ImportAnswer>("POST", "/api/admin/imports", form)),
  );
  const path = `/api/admin/imports/${operation.id}`;
  await measure("check", async () => {
    requireData(await call("POST", `${path}/check`, { mapping, options }));
    await waitForState(call, operation.id, "VALIDATED");
  });
  await measure("apply", async () => {
    requireData(await call("POST", `${path}/apply`));
    await waitForState(call, operation.id, "APPLIED");
  });
  return { id: operation.id, seconds };
}

async function waitForState(call: ApiCall, id: string, wanted: string): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const path = `/api/admin/operations/${id}`;
    const { state } = requireData(await call<ImportAnswer["operation"]>("GET", path));
    if (state === wanted) return;
    if (!["VALIDATING", "APPLYING"].includes(state) || performance.now() > deadline) {
      throw new CliError(`The import is ${state}, not ${wanted}.`);
    }
    await pause(POLL_MS);
  }
}

const TABLES = ["Product", "ProductImage", "AuditLog"] as const;
const BY_TRIGGER = ["seq", "hash"];

/** Inserts the rows that the import wrote into another database; returns the seconds. */
async function insertDirectly(from: string, id: string, to: string): Promise<number> {
  const [source, target] = await Promise.all([connect(from), connect(to)]);
  try {
    await target.query(
      `INSERT INTO "User" ("id", "username", "email", "passwordHash") SELECT "id", "username", "email", 'none'
       FROM json_populate_recordset(NULL::"User", $1) ON CONFLICT DO NOTHING`,
      [await readJson(source, `SELECT * FROM "User"`, [])],
    );
    const { rows: products } = await source.query<{ id: string }>(
      `SELECT "productId" AS "id" FROM "ProductOperationItem" WHERE "operationId" = $1 ORDER BY "number"`,
      [id],
    );
    const batches = [];
    for (let start = 0; start < products.length; start += BATCH) {
      const ids = products.slice(start, start + BATCH).map((product) => product.id);
      batches.push([
        await readJson(source, `SELECT * FROM "Product" WHERE "id" = ANY($1)`, [ids]),
        await readJson(source, `SELECT * FROM "ProductImage" WHERE "productId" = ANY($1)`, [ids]),
        await readJson(
          source,
          `SELECT * FROM "AuditLog" WHERE "requestId" = $2 AND "entityId" = ANY($1)`,
          [ids, id],
        ),
      ]);
    }
    const statements = await Promise.all(TABLES.map((table) => buildInsert(target, table)));

    const started = performance.now();
    for (const batch of batches) {
      await target.query("BEGIN");
      for (const [i, rows] of batch.entries()) await target.query(statements[i] ?? "", [rows]);
      await target.query("COMMIT");
    }

    return (performance.now() - started) / 1000;
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

async function readJson(client: pg.Client, query: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ rows: string }>(
    `SELECT coalesce(json_agg(r), '[]')::text AS "rows" FROM (${query}) AS r`,
    values,
  );
  return rows[0]?.rows ?? "[]";
}

async function buildInsert(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS "name" FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND column_name <> ALL($2) ORDER BY ordinal_position`,
    [table, BY_TRIGGER],
  );
  const columns = rows.map(({ name }) => `"${name}"`).join(", ");
  return `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`;
}

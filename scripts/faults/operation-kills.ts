import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { ImportPlan, ImportSpec } from "@/domain/catalogue/import-rows/schema";
import type { Context, ResultRow } from "../bench/context";
import { killWorker, startWorker } from "./worker";

const TIMEOUT_MS = 5 * 60_000;
const FINISHED = ["APPLIED", "PARTIALLY_APPLIED", "UNDONE", "FAILED"];

type OperationKind = "BULK" | "IMPORT";

interface Options {
  databaseUrl: string;
  kind?: OperationKind;
  products: number;
  kills: number;
  secret?: string;
  random?: () => number;
}

export interface OperationKillReport {
  /** Kills during which the operation was neither new nor finished. */
  inTheMiddle: number;
  state: string;
  changed: number;
  /** Products with exactly the expected price. */
  correct: number;
  /** Versions that the operation wrote, and its audit entries. */
  versions: number;
  entries: number;
}

const KINDS: Record<OperationKind, string> = { BULK: "bulk change", IMPORT: "import" };

/** E3 in the table of `npm run bench:faults`. */
export async function measureOperationKills(
  plan: Pick<Context, "database" | "settings"> & { products: number; kills: number },
): Promise<ResultRow[]> {
  const { database, settings, products, kills } = plan;
  const rows: ResultRow[] = [];
  for (const kind of ["BULK", "IMPORT"] as const) {
    const report = await runOperationKills({
      databaseUrl: database.url,
      kind,
      products,
      kills,
      secret: settings.SESSION_SECRET,
    });
    const row = (figure: string, value: number): ResultRow => ({
      figure,
      value: String(value),
      target: String(products),
      reached: value === products,
      note: `${report.inTheMiddle} of the kills came in the middle.`,
    });
    rows.push(
      row(`products with the new price of the ${KINDS[kind]}, ${kills} kills`, report.correct),
      row(`versions of the ${KINDS[kind]}`, report.versions),
      row(`audit entries of the ${KINDS[kind]}`, report.entries),
    );
  }
  return rows;
}

/** Adds ten per cent to the prices of many products, by a bulk change or an import, in a job that is killed by SIGKILL at random points. */
export async function runOperationKills({
  databaseUrl,
  kind = "BULK",
  products,
  kills,
  secret = "s".repeat(40),
  random = Math.random,
}: Options): Promise<OperationKillReport> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const operation = `k${Date.now().toString(36)}`;
  const workers: ChildProcess[] = [];
  let inTheMiddle = 0;
  try {
    await insertOperation(database, operation, kind, products);
    for (let kill = 0; kill < kills; kill++) {
      const worker = await startOperationWorker(databaseUrl, secret);
      workers.push(worker);
      await waitForProgress(database, operation);
      await pause(random() * 200);
      await killWorker(worker);
      const { state, changed } = await readState(database, operation);
      if (changed > 0 && !FINISHED.includes(state)) inTheMiddle++;
      await endLease(database, operation);
    }
    // Two at once, as two processes of the shop.
    const last = await Promise.all([0, 1].map(() => startOperationWorker(databaseUrl, secret)));
    workers.push(...last);
    const end = await waitForEnd(database, operation);
    return { ...end, inTheMiddle, ...(await countResults(database, operation)) };
  } finally {
    await Promise.all(workers.map(killWorker));
    await database.end();
  }
}

async function startOperationWorker(databaseUrl: string, secret: string): Promise<ChildProcess> {
  const variables = { DATABASE_URL: databaseUrl, SESSION_SECRET: secret };
  const { child, isReady } = startWorker("operation-worker.ts", variables);
  await isReady;
  return child;
}

async function insertOperation(
  database: pg.Client,
  id: string,
  kind: OperationKind,
  products: number,
): Promise<void> {
  await database.query(
    `INSERT INTO "User" ("id", "email", "username", "passwordHash") VALUES ($1, $1 || '@example.test', $1, 'none')`,
    [id],
  );
  await database.query(`INSERT INTO "Category" ("id", "slug", "name") VALUES ($1, $1, 'Essai')`, [
    id,
  ]);
  await database.query(
    `INSERT INTO "Product" ("id", "slug", "name", "description", "categoryId", "basePrice")
     SELECT $1 || n, $1 || '-' || n, 'Essai ' || n, 'Un produit pour cet essai.', $1, n
     FROM generate_series(1, $2::int) AS n`,
    [id, products],
  );
  await database.query(
    `INSERT INTO "ProductOperation" ("id", "kind", "state", "title", "spec", "userId", "total")
     VALUES ($1, $4, 'APPLYING', 'Prix +10 %', $2, $1, $3)`,
    [id, JSON.stringify(SPECS[kind]), products, kind],
  );
  await database.query(
    `INSERT INTO "ProductOperationItem" ("operationId", "number", "productId", "label", "plan")
     SELECT $1, "basePrice"::int, "id", "name", CASE WHEN $2 = 'IMPORT'
       THEN jsonb_set($3, '{fields}', jsonb_build_object('basePrice', round("basePrice" * 1.1, 2)::text)) END
     FROM "Product" WHERE "categoryId" = $1`,
    [id, kind, JSON.stringify(PLAN)],
  );
}

const IMPORT_SPEC: ImportSpec = {
  format: { kind: "csv", encoding: "utf-8", delimiter: ";" },
  header: ["Identifiant", "Prix"],
  signature: "identifiant|prix",
  source: null,
  rowCount: 1,
  mapping: ["id", "basePrice"],
  options: {
    key: "id",
    mode: "both",
    emptyCells: "keep",
    onError: "stop",
    publish: "file",
    createCategories: false,
  },
  isGrouped: true,
  images: [],
};
const SPECS = {
  BULK: { changes: { price: { mode: "PERCENT", value: "10.00" } } },
  IMPORT: IMPORT_SPEC,
};
const PLAN: ImportPlan = {
  rows: [2],
  fields: {},
  newCategory: null,
  facts: null,
  factsAr: null,
  images: null,
  variations: [],
  changes: [],
};

async function endLease(database: pg.Client, id: string): Promise<void> {
  await database.query(`UPDATE "ProductOperation" SET "leaseUntil" = now() WHERE "id" = $1`, [id]);
}

async function readState(database: pg.Client, id: string) {
  const { rows } = await database.query<{ state: string; changed: number }>(
    `SELECT "state", "changed" FROM "ProductOperation" WHERE "id" = $1`,
    [id],
  );
  return rows[0] ?? { state: "missing", changed: 0 };
}

/** Waits until this worker has finished a batch. */
async function waitForProgress(database: pg.Client, id: string): Promise<void> {
  const { changed } = await readState(database, id);
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline && (await readState(database, id)).changed === changed) {
    await pause(20);
  }
}

async function waitForEnd(database: pg.Client, id: string) {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const current = await readState(database, id);
    if (FINISHED.includes(current.state) || Date.now() > deadline) return current;
    await pause(50);
  }
}

async function countResults(database: pg.Client, id: string) {
  const { rows } = await database.query<
    Pick<OperationKillReport, "correct" | "versions" | "entries">
  >(
    `SELECT
       (SELECT count(*)::int FROM "Product" p JOIN "ProductOperationItem" i ON i."productId" = p."id" AND i."operationId" = $1
         WHERE p."basePrice" = round(i."number" * 1.1, 2) AND p."version" = 2 AND i."state" = 'APPLIED') AS "correct",
       (SELECT count(*)::int FROM "ProductVersion" v JOIN "Product" p ON p."id" = v."productId"
         WHERE p."categoryId" = $1 AND v."reason" IN ('BULK', 'IMPORT')) AS "versions",
       (SELECT count(*)::int FROM "AuditLog" WHERE "requestId" = $1) AS "entries"`,
    [id],
  );
  return rows[0] ?? { correct: 0, versions: 0, entries: 0 };
}

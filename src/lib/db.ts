import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { env } from "./env";
import { log } from "./log";

function createPool(): pg.Pool {
  const created = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_MAX,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // Without a listener, an idle connection that the server closes crashes the process.
  created.on("error", (error) => log.warn({ err: error.message }, "database connection lost"));
  return created;
}

const shared = globalThis as { shopPool?: pg.Pool; shopDatabase?: PrismaClient };

/** One pool per process, which survives the hot reloads of `next dev`. For statements that need no model; `db` uses it too. */
shared.shopPool ??= createPool();
export const pool = shared.shopPool;

shared.shopDatabase ??= new PrismaClient({
  adapter: new PrismaPg(pool, { disposeExternalPool: true }),
});
export const db = shared.shopDatabase;

export type Transaction = Prisma.TransactionClient;

/**
 * Inserts rows in one statement, whose text does not depend on their number: Prisma compiles `createMany` anew each time, which takes a
 * millisecond per row of a wide table.
 */
export async function insertRows<C extends string>(
  tx: Transaction,
  table: string,
  columns: readonly C[],
  rows: readonly { [K in C]?: unknown }[],
): Promise<void> {
  if (rows.length === 0) return;
  const into = Prisma.raw(`"${table}"`);
  const names = Prisma.raw(columns.map((column) => `"${column}"`).join(", "));
  await tx.$executeRaw`
    INSERT INTO ${into} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb)`;
}

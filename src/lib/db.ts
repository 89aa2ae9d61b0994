import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";
import { env } from "./env";
import { log } from "./log";

function connect() {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_MAX,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // Without a listener, an idle connection that the server closes crashes the process.
  pool.on("error", (error) => log.warn({ err: error.message }, "database connection lost"));
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
}

const shared = globalThis as { shopDatabase?: PrismaClient };

/** One pool per process, which survives the hot reloads of `next dev`. */
shared.shopDatabase ??= connect();
export const db = shared.shopDatabase;

export type Transaction = Prisma.TransactionClient;

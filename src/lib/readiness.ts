import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { db } from "./db";

export interface Readiness {
  database: boolean;
  /** Every migration of this build is applied. */
  migrations: boolean;
}

/** Whether this process can serve requests, for load balancers and deployments. Never throws. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const [rows, names] = await Promise.all([
      db.$queryRaw<{ name: string }[]>`
        SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
      listMigrations(),
    ]);
    const applied = new Set(rows.map(({ name }) => name));
    return { database: true, migrations: names.every((name) => applied.has(name)) };
  } catch {
    return { database: false, migrations: false };
  }
}

/** Empty on a serverless host without the migrations folder: the deployment migrates there. */
async function listMigrations(): Promise<string[]> {
  const folder = join(process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

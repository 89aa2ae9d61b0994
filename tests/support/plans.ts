import pg from "pg";
import { vi } from "vitest";
import { db } from "@/lib/db";

export interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Loops": number;
  Plans?: Plan[];
}

/**
 * Updates the planner's statistics and the visibility map. The test server commits asynchronously, and VACUUM marks no page
 * as all-visible before the commit record of its rows is flushed, so a synchronous commit comes first.
 */
export async function vacuumTables(...tables: string[]): Promise<void> {
  await db.$transaction([
    db.$executeRaw`SET LOCAL synchronous_commit = on`,
    db.$queryRaw`SELECT pg_logical_emit_message(true, 'tests', 'written')::text`,
  ]);
  for (const table of tables) await db.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`);
}

/** Returns the execution plans of the statements sent while `act` runs, with their parameters; their writes are rolled back. */
export async function explainStatements(act: () => Promise<unknown>): Promise<Plan[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await act();
  const sent = query.mock.calls.map(([config]) => config as unknown as pg.QueryConfig);
  query.mockRestore();
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  try {
    const plans: Plan[] = [];
    for (const { text, values } of sent) {
      if (/^(BEGIN|COMMIT|SET)\b/.test(text)) continue;
      await client.query("BEGIN");
      const { rows } = await client.query(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
        values,
      );
      await client.query("ROLLBACK");
      plans.push(rows[0]["QUERY PLAN"][0].Plan);
    }
    return plans;
  } finally {
    await client.end();
  }
}

/** Lists the nodes of a plan that were executed. */
export function listExecutedNodes(plan: Plan): Plan[] {
  if (plan["Actual Loops"] === 0) return [];
  return [plan, ...(plan.Plans ?? []).flatMap(listExecutedNodes)];
}

/** Lists the tables that the statements of `act` read by sequential scan. Throws when no statement is sent. */
export async function listSequentialScans(act: () => Promise<unknown>): Promise<string[]> {
  const plans = await explainStatements(act);
  if (plans.length === 0) throw new Error("No statement was sent.");
  const scans = plans.flatMap(listExecutedNodes).filter((node) => node["Node Type"] === "Seq Scan");
  return scans.map((node) => node["Relation Name"] ?? "");
}

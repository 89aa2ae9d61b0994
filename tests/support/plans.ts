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
 * Brings what the planner knows of a table up to date. The tests' server commits without waiting for its disk, and VACUUM marks
 * no page as seen by all while the commit of its rows is not written: so a commit that waits comes first.
 */
export async function vacuumTables(...tables: string[]): Promise<void> {
  await db.$transaction([
    db.$executeRaw`SET LOCAL synchronous_commit = on`,
    db.$queryRaw`SELECT pg_logical_emit_message(true, 'tests', 'written')::text`,
  ]);
  for (const table of tables) await db.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`);
}

/** How the statements that are sent while `act` runs are carried out, with the very values they were sent with; what they write is undone. */
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

/** The parts of a plan that were really carried out. */
export function listExecutedNodes(plan: Plan): Plan[] {
  if (plan["Actual Loops"] === 0) return [];
  return [plan, ...(plan.Plans ?? []).flatMap(listExecutedNodes)];
}

/** The tables that the statements sent while `act` runs read from end to end. There is at least one statement. */
export async function listSequentialScans(act: () => Promise<unknown>): Promise<string[]> {
  const plans = await explainStatements(act);
  if (plans.length === 0) throw new Error("No statement was sent.");
  const scans = plans.flatMap(listExecutedNodes).filter((node) => node["Node Type"] === "Seq Scan");
  return scans.map((node) => node["Relation Name"] ?? "");
}

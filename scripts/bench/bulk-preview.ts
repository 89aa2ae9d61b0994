import type pg from "pg";
import type { ResultRow } from "./context";
import { type DatabaseServer, recordStatements, type Statement } from "./databases";
import { connect, formatCount, requireData, type ShopUnderTest } from "./many-products-shop";
import { median, percentile, rounded } from "./statistics";

const SAMPLES = 30;
const WARM_UP = 3;
const MAX_RATIO = 3;
const RECORDINGS = 3;

/** Statements of the job, which looks for work every few seconds. */
const OF_THE_CLOCK = /"ProductOperation"/;

/** Minus ten per cent on all products: the preview against its own statements, sent through `pg`. */
export async function measurePreview(
  { call, databaseUrl }: ShopUnderTest,
  server: DatabaseServer,
): Promise<ResultRow[]> {
  const client = await connect(databaseUrl);
  try {
    const total = await countProducts(client);
    const preview = async (filter: Record<string, string>) => {
      const changes = { price: { mode: "PERCENT", value: "-10.00" } };
      const body = { selection: { filter, total }, changes };
      return requireData(
        await call<{ total: number }>("POST", "/api/admin/products/bulk/preview", body),
      );
    };
    const few = await record(server, () => preview({ q: "NEW-77" }));
    const all = await record(server, () => preview({}));
    const times: { http: number[]; sql: number[] } = { http: [], sql: [] };
    for (let turn = 0; turn < SAMPLES + WARM_UP; turn++) {
      const order = turn % 2 === 0 ? (["http", "sql"] as const) : (["sql", "http"] as const);
      for (const side of order) {
        const started = performance.now();
        await (side === "http" ? preview({}) : replay(client, all));
        if (turn >= WARM_UP) times[side].push(performance.now() - started);
      }
    }
    return buildRows(total, { few: few.length, all: all.length }, times);
  } finally {
    await client.end();
  }
}

async function countProducts(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ total: number }>(
    `SELECT count(*)::int AS "total" FROM "Product" WHERE "deletedAt" IS NULL`,
  );
  return rows[0]?.total ?? 0;
}

/** The shortest of several recordings: others may contain statements of the job. */
async function record(
  server: DatabaseServer,
  act: () => Promise<unknown>,
): Promise<readonly Statement[]> {
  const recordings: Statement[][] = [];
  for (let i = 0; i < RECORDINGS; i++) {
    const statements = await recordStatements(server, act);
    recordings.push(statements.filter(({ text }) => !OF_THE_CLOCK.test(text)));
  }
  return recordings.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await client.query({ ...statement, rowMode: "array" });
}

function buildRows(
  total: number,
  counts: { few: number; all: number },
  { http, sql }: { http: number[]; sql: number[] },
): ResultRow[] {
  const [p95, p95Sql] = [percentile(http, 0.95), percentile(sql, 0.95)];
  const ratio = p95 / p95Sql;
  return [
    {
      figure: `preview of a bulk change of ${formatCount(total)} products: p95 ÷ p95 of its SQL`,
      value: ratio.toFixed(2),
      target: `≤ ${MAX_RATIO}`,
      reached: ratio <= MAX_RATIO,
      note: `p95 ${p95.toFixed(0)} ms over HTTP, ${p95Sql.toFixed(0)} ms through pg (medians ${median(http).toFixed(0)} and ${median(sql).toFixed(0)}).`,
      data: { ratio: rounded(ratio), p95: rounded(p95), p95Sql: rounded(p95Sql) },
    },
    {
      figure: "… statements beyond those for a hundred products",
      value: String(counts.all - counts.few),
      target: "≤ 0",
      reached: counts.all <= counts.few,
      note: `${counts.all} statements a preview.`,
      data: counts,
    },
  ];
}

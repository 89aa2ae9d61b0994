import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { groupRows, type Identity, toRowIdentity } from "../import-rows/grouping";
import type { RowProblem } from "../import-rows/problems";
import { type ImportRow, toImportRow } from "../import-rows/row-values";
import type { ImportSpec } from "../import-rows/schema";
import { getSource } from "../import-sources/sources";

const { sql } = Prisma;

const GROUPS_PER_BATCH = 200;
const ROWS_PER_READ = 2_000;

interface StoredRow {
  number: number;
  cells: string[];
}

/** Finds which rows are one product. Rows of 20,000 are read in parts, of which only the keys stay in memory. */
export async function groupImport(tx: Transaction, id: string, spec: ImportSpec): Promise<void> {
  const source = getSource(spec.source);
  const identities = [];
  for (let last = 0; ; ) {
    const rows = await tx.$queryRaw<StoredRow[]>`
      SELECT "number", "cells" FROM "ProductImportRow" WHERE "operationId" = ${id} AND "number" > ${last}
      ORDER BY "number" LIMIT ${ROWS_PER_READ}`;
    for (const row of rows) {
      identities.push(toRowIdentity(toImportRow(row, spec.mapping, source), spec.options.key));
    }
    last = rows.at(-1)?.number ?? last;
    if (rows.length < ROWS_PER_READ) break;
  }
  const { groups, problems } = groupRows(identities);
  const places = groups.flatMap(({ item, rows, identity }) =>
    rows.map((number) => ({ number, item, identity })),
  );
  await tx.$executeRaw`
    UPDATE "ProductImportRow" r SET "item" = g."item", "identity" = g."identity", "problems" = '[]'
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS g("number" int, "item" int, "identity" jsonb)
    WHERE r."operationId" = ${id} AND r."number" = g."number"`;
  await storeProblems(tx, id, problems);
  await tx.$executeRaw`
    UPDATE "ProductOperation" SET "total" = ${groups.length}, "spec" = jsonb_set("spec", '{isGrouped}', 'true') WHERE "id" = ${id}`;
}

export async function storeProblems(
  tx: Transaction,
  id: string,
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  await tx.$executeRaw`
    UPDATE "ProductImportRow" r SET "problems" = r."problems" || p."problems"
    FROM (
      SELECT (p ->> 'row')::int AS "row", jsonb_agg(p) AS "problems" FROM jsonb_array_elements(${JSON.stringify(problems)}::jsonb) p GROUP BY 1
    ) AS p
    WHERE r."operationId" = ${id} AND r."number" = p."row"`;
}

export interface Group {
  item: number;
  identity: Identity | null;
  rows: ImportRow[];
  /** Found when the rows were grouped. */
  problems: RowProblem[];
}

export async function readGroups(tx: Transaction, id: string, spec: ImportSpec): Promise<Group[]> {
  const source = getSource(spec.source);
  const [checked] = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max("number"), 0)::int AS "last" FROM "ProductOperationItem" WHERE "operationId" = ${id}`;
  const isLeft = sql`"operationId" = ${id} AND "item" > ${checked?.last ?? 0}`;
  // A range of the index instead of a join: the rows are new, so the planner has no statistics of them.
  const rows = await tx.$queryRaw<
    (StoredRow & { item: number; identity: Identity | null; problems: RowProblem[] })[]
  >`
    SELECT "number", "cells", "item", "identity", "problems" FROM "ProductImportRow"
    WHERE ${isLeft} AND "item" <= (
      SELECT max("item") FROM (SELECT DISTINCT "item" FROM "ProductImportRow" WHERE ${isLeft} ORDER BY "item" LIMIT ${GROUPS_PER_BATCH}) AS next)
    ORDER BY "item", "number"`;
  const groups = new Map<number, Group>();
  for (const { item, identity, problems, ...row } of rows) {
    const group = groups.get(item) ?? { item, identity, rows: [], problems: [] };
    group.rows.push(toImportRow(row, spec.mapping, source));
    group.problems.push(...problems);
    groups.set(item, group);
  }
  return [...groups.values()];
}

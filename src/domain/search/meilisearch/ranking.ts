import type { SqlRanking } from "@/domain/catalogue/listing/from-sql";
import { Prisma } from "@/generated/prisma/client";
import type { QueryRule } from "../engine";
import type { RankedRows } from "../rank/rank";
import type { FoundRows } from "./find";
import { MAX_HITS } from "./settings";

/** Scores the rows in their order, all below those of pinned products. */
export function toRankedRows({ rows, isApproximate }: FoundRows, size: number): RankedRows {
  const scores = new Uint32Array(size);
  rows.forEach((n, i) => {
    scores[n] = MAX_HITS - i;
  });
  return { matches: Uint32Array.from(rows), scores, isApproximate };
}

/** The same for PostgreSQL, with the rule applied: pinned products first, hidden ones removed. */
export function toSqlRanking(
  { rows, isApproximate }: FoundRows,
  rule: QueryRule | undefined,
): SqlRanking & { isApproximate: boolean } {
  const hidden = new Set(rule?.hiddenRows);
  const wanted = new Set([...(rule?.pinnedRows ?? []), ...rows]);
  const order = [...wanted].filter((n) => !hidden.has(n));
  const places = new Map(order.map((n, i) => [n, i]));
  const getPlace = (n: number) => places.get(n) ?? order.length;
  return {
    isApproximate,
    condition: Prisma.sql`r."n" = ANY(${order}::int[])`,
    sortRows: (found) => found.map(({ n }) => n).sort((a, b) => getPlace(a) - getPlace(b)),
  };
}

import "server-only";
import { VISIBLE } from "@/domain/catalogue/published-sql";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { QueryRule } from "./schema";

/** Lists the rules, the latest first. */
export function listQueryRules(): Promise<QueryRule[]> {
  return selectRules(db, Prisma.sql`true`);
}

export async function findQueryRule(tx: Transaction, id: string): Promise<QueryRule | null> {
  const [rule] = await selectRules(tx, Prisma.sql`r."id" = ${id}`);
  return rule ?? null;
}

const toProducts = (ids: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', p."id", 'name', p."name", 'isVisible', ${VISIBLE}) ORDER BY ids."at"), '[]')
   FROM unnest(${ids}) WITH ORDINALITY AS ids("id", "at") JOIN "Product" p ON p."id" = ids."id")`;

function selectRules(client: Transaction, condition: Prisma.Sql): Promise<QueryRule[]> {
  return client.$queryRaw<QueryRule[]>`
    SELECT r."id", r."version", r."query", r."redirectTo",
      ${toProducts(Prisma.sql`r."pinnedProductIds"`)} AS "pinned", ${toProducts(Prisma.sql`r."hiddenProductIds"`)} AS "hidden"
    FROM "SearchRule" r WHERE ${condition} ORDER BY r."createdAt" DESC, r."id"`;
}

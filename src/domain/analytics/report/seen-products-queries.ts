import "server-only";
import { VISIBLE } from "@/domain/catalogue/published-sql";
import { Prisma } from "@/generated/prisma/client";
import { selectCounts } from "./counts-sql";
import { runQuery } from "./run-query";
import type { PeriodQuery } from "./schema";
import { resolveScope } from "./scope";

const { sql } = Prisma;

/** A shorter description says little about a product. */
const MIN_DESCRIPTION_LENGTH = 40;

const GAPS = {
  price: sql`p."basePrice" IS NULL AND NOT p."priceOnRequest"`,
  image: sql`NOT EXISTS (SELECT FROM "ProductImage" i WHERE i."productId" = p."id")`,
  description: sql`length(p."description") < ${MIN_DESCRIPTION_LENGTH}`,
} as const;
export type SeenGap = keyof typeof GAPS;

export interface SeenProduct {
  id: string;
  name: string;
  visitors: number;
  missing: SeenGap[];
}

interface Options {
  period: PeriodQuery;
  /** A product must lack at least one of them. */
  gaps: readonly SeenGap[];
  limit: number;
}

/** Lists the products that customers look at although something is missing, the most seen first. */
export async function listIncompleteProducts(
  { period, gaps, limit }: Options,
  now = new Date(),
): Promise<SeenProduct[]> {
  const { scope } = await resolveScope({ period, filters: [] }, now);
  const { range, firstRawDay } = scope;
  const counts = selectCounts(
    { dimension: "product", eventTypes: ["product_view"], condition: null, firstRawDay },
    range,
  );
  const missing = gaps.map((gap) => sql`CASE WHEN ${GAPS[gap]} THEN ${gap}::text END`);
  return runQuery<SeenProduct>(sql`
    WITH seen AS (SELECT "value", sum("visitors")::int AS "visitors" FROM (${counts}) c GROUP BY "value")
    SELECT * FROM (
      SELECT p."id", p."name", seen."visitors", array_remove(ARRAY[${Prisma.join(missing)}], NULL) AS "missing"
      FROM seen JOIN "Product" p ON p."id" = seen."value" WHERE ${VISIBLE}
    ) p WHERE cardinality(p."missing") > 0 ORDER BY p."visitors" DESC, p."name", p."id" LIMIT ${limit}`);
}

import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Dimension } from "./counts-sql";

const { sql } = Prisma;

/** The name of a record, where the value of a dimension is an id. */
export const LABELS: Partial<Record<Dimension, Prisma.Sql>> = {
  product: sql`(SELECT p."name" FROM "Product" p WHERE p."id" = top."value")`,
  category: sql`(SELECT c."name" FROM "Category" c WHERE c."id" = top."value")`,
  campaign: sql`(SELECT c."subject" FROM "Campaign" c WHERE c."id" = top."value")`,
};

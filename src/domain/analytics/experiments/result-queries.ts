import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { runQuery } from "../report/run-query";
import type { Experiment, VariantCount } from "./schema";

interface Run extends Pick<Experiment, "id" | "goal"> {
  variants: readonly unknown[];
  startedAt: Date | string;
  /** Null while it runs. */
  stoppedAt: Date | string | null;
}

/** Counts the people of each variant, and those of them who reached the goal after they saw it. */
export async function countVariants(run: Run): Promise<VariantCount[]> {
  const rows = await runQuery<VariantCount & { variant: number }>(selectVariants(run));
  return Array.from({ length: run.variants.length + 1 }, (_, variant) => {
    const { people = 0, converted = 0 } = rows.find((row) => row.variant === variant) ?? {};
    return { people, converted };
  });
}

function selectVariants({ id, goal, startedAt, stoppedAt }: Run): Prisma.Sql {
  const isInRun = Prisma.sql`e."createdAt" >= ${new Date(startedAt)}
    AND e."createdAt" < ${stoppedAt ? new Date(stoppedAt) : new Date()}`;
  return Prisma.sql`
    WITH exposed AS (
      SELECT e."personId", (e."metadata" ->> 'variant')::int AS "variant", min(e."createdAt") AS "since"
      FROM "AnalyticsEvent" e
      WHERE e."eventType" = 'exposure' AND e."metadata" ->> 'experiment' = ${id} AND e."personId" IS NOT NULL AND ${isInRun}
      GROUP BY 1, 2
    ),
    reached AS (
      SELECT e."personId", max(e."createdAt") AS "last"
      FROM "AnalyticsEvent" e
      WHERE e."eventType" = ${goal} AND e."personId" IS NOT NULL AND ${isInRun}
      GROUP BY 1
    )
    SELECT x."variant", count(*)::int AS "people", count(*) FILTER (WHERE r."last" >= x."since")::int AS "converted"
    FROM exposed x LEFT JOIN reached r USING ("personId")
    GROUP BY 1`;
}

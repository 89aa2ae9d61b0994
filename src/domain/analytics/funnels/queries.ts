import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { AnalyticsFilter } from "../report/filter-schema";
import { buildVisitCondition } from "../report/filter-sql";
import { resolvePeriod } from "../report/period";
import { runQuery } from "../report/run-query";
import type { PeriodQuery } from "../report/schema";
import { selectExits, selectLevels } from "./funnel-sql";
import type { FunnelDefinition, FunnelResult } from "./schema";

interface Level {
  level: number;
  count: number;
  medianSeconds: number | null;
}

interface Exit {
  level: number;
  page: string | null;
  count: number;
}

/** Counts who began a funnel in the period and how far they came, until now. */
export async function getFunnelResult(
  definition: FunnelDefinition,
  { period, filters }: { period: PeriodQuery; filters: readonly AnalyticsFilter[] },
  now = new Date(),
): Promise<FunnelResult> {
  const { range } = resolvePeriod(period, now);
  const conditions = filters.map((filter) => buildVisitCondition(filter, range));
  const condition = Prisma.join([Prisma.sql`true`, ...conditions], " AND ");
  const options = { definition, range, condition };
  const [levels, exits] = await Promise.all([
    runQuery<Level>(selectLevels(options)),
    runQuery<Exit>(selectExits(options)),
  ]);
  return {
    steps: definition.steps.map(({ name }, i) => {
      const { count = 0, medianSeconds = null } = levels[i] ?? {};
      const before = i > 0 ? (levels[i - 1]?.count ?? 0) : null;
      return {
        name,
        count,
        drop: before === null ? null : before - count,
        dropPercent: before ? Math.round(((before - count) / before) * 1000) / 10 : null,
        medianSeconds,
        exits: exits
          .filter(({ level }) => level === i + 1)
          .map(({ page, count: left }) => ({ page, count: left })),
      };
    }),
  };
}

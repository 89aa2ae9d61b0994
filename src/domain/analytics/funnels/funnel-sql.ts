import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { isSameJson } from "@/lib/same-json";
import { buildEventCondition, isWithin, type Range } from "../report/filter-sql";
import type { FunnelDefinition, FunnelStep } from "./schema";

const { sql } = Prisma;

/** An event `e` belongs to a visit, or to a visitor: of one day, or recognised with consent. */
const KEYS: Record<FunnelDefinition["scope"], Prisma.Sql> = {
  session: sql`e."sessionId"`,
  visitor: sql`coalesce(e."personId", e."visitorHash")`,
};

const MAX_EXITS = 5;

interface Options {
  definition: FunnelDefinition;
  range: Range;
  /** Which visits may begin the funnel. */
  condition: Prisma.Sql;
}

/** Selects "level" from 1, "count" and "medianSeconds". */
export function selectLevels(options: Options): Prisma.Sql {
  const { steps } = options.definition;
  return sql`${withLevels(options)} ${Prisma.join(
    steps.map((_, i) => {
      const median = options.definition.isOrdered && i > 0 ? MEDIAN : sql`NULL::float8`;
      return sql`SELECT ${i + 1}::int AS "level", count(*)::int AS "count", ${median} AS "medianSeconds" FROM ${level(i)}`;
    }),
    " UNION ALL ",
  )} ORDER BY "level"`;
}

const MEDIAN = sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "took"))::float8`;

/** Selects "level", "page" and "count": the pages that visitors who left the funnel after this level opened next. */
export function selectExits(options: Options): Prisma.Sql {
  const { definition, range } = options;
  const key = KEYS[definition.scope];
  const latest = addWindow(range, definition);
  const exits = definition.steps.slice(1).map(
    (_, i) => sql`
    SELECT ${i + 1}::int AS "level", "page", count(*)::int AS "count" FROM (
      SELECT DISTINCT ON (d."key") d."key", e."page"
      FROM (SELECT "key", "at" FROM ${level(i)} p WHERE NOT EXISTS (SELECT FROM ${level(i + 1)} n WHERE n."key" = p."key")) d
      LEFT JOIN "AnalyticsEvent" e ON ${key} = d."key" AND e."createdAt" > d."at" AND e."eventType" = 'page_view'
        AND ${isWithin({ from: range.from, to: latest })}
      ORDER BY d."key", e."createdAt", e."id"
    ) left_after GROUP BY "page"`,
  );
  return sql`${withLevels(options)} SELECT "level", "page", "count" FROM (
    SELECT *, row_number() OVER (PARTITION BY "level" ORDER BY "count" DESC, "page") AS "rank"
    FROM (${Prisma.join(exits, " UNION ALL ")}) e
  ) ranked WHERE "rank" <= ${MAX_EXITS} ORDER BY "level", "rank"`;
}

const level = (i: number) => Prisma.raw(`"level_${i + 1}"`);

/** Each level holds the keys that reached it, with the time of the earliest event that did. */
function withLevels({ definition, range, condition }: Options): Prisma.Sql {
  const { steps, windowMinutes, scope, isOrdered } = definition;
  const key = KEYS[scope];
  const window = sql`make_interval(mins => ${windowMinutes}::int)`;
  const later = {
    from: isOrdered ? range.from : new Date(range.from.getTime() - windowMinutes * 60_000),
    to: addWindow(range, definition),
  };
  const levels = steps.map((step, i) => {
    const previous = steps[i - 1];
    if (!previous) {
      return sql`${level(0)} AS MATERIALIZED (
        SELECT ${key} AS "key", min(e."createdAt") AS "at", min(e."createdAt") AS "startedAt", NULL::interval AS "took"
        FROM "AnalyticsEvent" e
        WHERE ${isWithin(range)} AND ${key} IS NOT NULL AND ${isReached(step)} AND ${condition} GROUP BY 1)`;
    }
    // One event may reach several steps, but a step that asks for the same as the one before needs a further event.
    const follows = isSameJson(step.conditions, previous.conditions)
      ? sql`e."createdAt" > p."at"`
      : sql`e."createdAt" >= p."at"`;
    const isInTime = isOrdered
      ? sql`${follows} AND e."createdAt" <= p."at" + ${window}`
      : sql`e."createdAt" BETWEEN p."startedAt" - ${window} AND p."startedAt" + ${window}`;
    return sql`${level(i)} AS MATERIALIZED (
        SELECT p."key", min(e."createdAt") AS "at", min(p."startedAt") AS "startedAt", min(e."createdAt" - p."at") AS "took"
        FROM ${level(i - 1)} p JOIN "AnalyticsEvent" e ON ${key} = p."key" AND ${isInTime}
        WHERE ${isWithin(later)} AND ${isReached(step)} GROUP BY 1)`;
  });
  return sql`WITH ${Prisma.join(levels, ", ")}`;
}

function addWindow({ to }: Range, { windowMinutes }: FunnelDefinition): Date {
  return new Date(to.getTime() + windowMinutes * 60_000);
}

function isReached({ conditions }: FunnelStep): Prisma.Sql {
  return sql`(${Prisma.join(
    conditions.map((filter) => sql`(${buildEventCondition(filter)})`),
    " OR ",
  )})`;
}

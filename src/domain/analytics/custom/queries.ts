import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { EventType } from "../event";
import { type Dimension, selectCounts } from "../report/counts-sql";
import { REQUEST_TYPES } from "../report/figures";
import { type AnalyticsFilter, DIRECT } from "../report/filter-schema";
import { LABELS } from "../report/labels-sql";
import { runQuery } from "../report/run-query";
import type { PeriodQuery } from "../report/schema";
import { resolveScope } from "../report/scope";
import {
  isTimeDimension,
  type Measure,
  type ReportDefinition,
  type ReportDimension,
  type ReportResult,
} from "./schema";

const { sql } = Prisma;

const MAX_ROWS = 1_000;

const VIEWS: readonly EventType[] = ["page_view"];
const PRODUCT_VIEWS: readonly EventType[] = ["product_view"];

const MEASURED: Record<Measure, { types: readonly EventType[]; column: string }> = {
  visitors: { types: VIEWS, column: "visitors" },
  visits: { types: VIEWS, column: "sessions" },
  views: { types: VIEWS, column: "events" },
  productViews: { types: PRODUCT_VIEWS, column: "events" },
  requests: { types: REQUEST_TYPES, column: "events" },
  whatsapp: { types: ["whatsapp_click"], column: "events" },
  messages: { types: ["contact_submit"], column: "events" },
  phone: { types: ["phone_click"], column: "events" },
  searches: { types: ["search"], column: "events" },
};

interface Options {
  /** Instead of the report's own period. */
  period?: PeriodQuery;
  /** The filter of the report's segment. */
  segment: AnalyticsFilter | null;
}

/** Counts a report. Times come in their order, other values from the most frequent. */
export async function getReportResult(
  definition: ReportDefinition,
  { period, segment }: Options,
  now = new Date(),
): Promise<ReportResult> {
  const { dimension, measure, filter } = definition;
  const { column, ...measured } = MEASURED[measure];
  // Only views of the product page name the product and its category.
  const isOfProducts = dimension === "product" || dimension === "category";
  const types = isOfProducts && measured.types === VIEWS ? PRODUCT_VIEWS : measured.types;
  const { scope, isCutOff } = await resolveScope(
    {
      period: period ?? { period: definition.period, compare: "none" },
      filters: segment ? [filter, segment] : [filter],
    },
    now,
  );
  const counted: Dimension = isTimeDimension(dimension) ? "total" : dimension;
  const counts = selectCounts(
    {
      dimension: counted,
      eventTypes: types,
      condition: scope.condition(scope.range),
      firstRawDay: scope.firstRawDay,
    },
    scope.range,
  );
  const value = selectValue(dimension, counted);
  const rows = await runQuery<ReportResult["rows"][number]>(sql`
    SELECT "value", ${LABELS[counted] ?? sql`NULL::text`} AS "label", "count" FROM (
      SELECT ${value} AS "value", sum(${Prisma.raw(`"${column}"`)})::int AS "count" FROM (${counts}) c GROUP BY 1
    ) top WHERE "value" <> '' AND "count" > 0
    ORDER BY ${isTimeDimension(dimension) ? sql`"value"` : sql`"count" DESC, "value" COLLATE "C"`} LIMIT ${MAX_ROWS}`);
  return { rows, isCutOff };
}

function selectValue(dimension: ReportDimension, counted: Dimension): Prisma.Sql {
  if (isTimeDimension(dimension))
    return sql`to_char(date_trunc(${dimension}, "day"), 'YYYY-MM-DD')`;
  if (counted === "source") return sql`coalesce(nullif("value", ''), ${DIRECT})`;
  return counted === "locale" ? sql`lower("value")` : sql`"value"`;
}

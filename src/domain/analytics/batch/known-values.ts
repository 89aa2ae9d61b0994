import "server-only";
import { db } from "@/lib/db";
import { toShopDay } from "@/lib/format/shop-day";
import type { EventRow } from "../event";

/** What visitors name by links and addresses, so that anyone can invent values. */
const FREE_COLUMNS = ["source", "medium", "campaign", "town"] as const;
type FreeColumn = (typeof FREE_COLUMNS)[number];

const MAX_NEW_VALUES_PER_DAY = 200;
const OTHER_VALUES = "autres";
const KNOWN_DAYS = 30;

interface KnownValues {
  day: string;
  /** `column value` of the last days. */
  known: Set<string>;
  /** The values of each column that this process saw first today. */
  fresh: Record<FreeColumn, Set<string>>;
}

let values: KnownValues | null = null;

/** Replaces values of columns that already have many new ones today, so that no report grows by invention. */
export async function foldNewValues(
  rows: readonly EventRow[],
  now = new Date(),
): Promise<EventRow[]> {
  const day = toShopDay(now);
  if (values?.day !== day) values = await readKnownValues(day);
  const { known, fresh } = values;
  const fold = (row: EventRow, column: FreeColumn) => {
    const value = row[column];
    if (!value || known.has(`${column} ${value}`) || fresh[column].has(value)) return value;
    if (fresh[column].size >= MAX_NEW_VALUES_PER_DAY) return OTHER_VALUES;
    fresh[column].add(value);
    return value;
  };
  return rows.map((row) => ({
    ...row,
    source: fold(row, "source"),
    medium: fold(row, "medium"),
    campaign: fold(row, "campaign"),
    town: fold(row, "town"),
  }));
}

async function readKnownValues(day: string): Promise<KnownValues> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT "dimension" || ' ' || "value" AS "key" FROM "AnalyticsDaily"
    WHERE "dimension" = ANY(${[...FREE_COLUMNS]}::text[]) AND "eventType" = 'any' AND "day" >= ${day}::date - ${KNOWN_DAYS}::int`;
  const fresh = {
    source: new Set<string>(),
    medium: new Set<string>(),
    campaign: new Set<string>(),
    town: new Set<string>(),
  };
  return { day, known: new Set(rows.map(({ key }) => key)), fresh };
}

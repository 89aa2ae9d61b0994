import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { startOfShopDay, toShopDay } from "@/lib/format/shop-day";
import type { AnalyticsFilter } from "./filter-schema";
import { buildVisitCondition, isWithin } from "./filter-sql";
import { addDays } from "./period";
import { RAW_DAYS } from "./scope";

/** Selects the ids of the people who agreed to be recognised and of whose stored visits one meets the filter. */
export function selectPersons(filter: AnalyticsFilter, now = new Date()): Prisma.Sql {
  const range = { from: startOfShopDay(addDays(toShopDay(now), -RAW_DAYS)), to: now };
  return Prisma.sql`
    SELECT e."personId" FROM "AnalyticsEvent" e
    WHERE e."personId" IS NOT NULL AND ${isWithin(range)} AND ${buildVisitCondition(filter, range)}`;
}

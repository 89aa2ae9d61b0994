import { startOfShopDay, toShopDay } from "@/lib/format/shop-day";
import type { Range } from "./filter-sql";
import type { PeriodQuery } from "./schema";

const DAY_MS = 86_400_000;

/** Whole days of the shop: both are dates like "2026-11-30" and belong to the span. */
export interface Span {
  first: string;
  last: string;
}

export interface Period {
  days: number;
  span: Span;
  range: Range;
  compared: { span: Span; range: Range } | null;
}

type Chosen = PeriodQuery;

/** The days that a query asks for, up to today. `now` cuts a comparison of today with the day before at the same hour. */
export function resolvePeriod(query: Chosen, now: Date): Period {
  const today = toShopDay(now);
  const span = chooseSpan(query, today);
  const days = countDays(span);
  const compared = chooseComparedSpan(query.compare, span, days);
  if (!compared) return { days, span, range: toRange(span), compared: null };
  const range = toRange(compared);
  const isPartOfToday = span.first === today && query.compare === "previous";
  if (isPartOfToday) range.to = new Date(now.getTime() - DAY_MS);
  return { days, span, range: toRange(span), compared: { span: compared, range } };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function countDays({ first, last }: Span): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
}

function chooseSpan({ period, from, to }: Chosen, today: string): Span {
  if (period === "custom" && from) {
    const end = to === undefined || to > today ? today : to;
    return from <= end ? { first: from, last: end } : { first: end, last: end };
  }
  const days = period === "today" ? 1 : period === "custom" ? 30 : Number(period);
  return { first: addDays(today, 1 - days), last: today };
}

function chooseComparedSpan(
  compare: PeriodQuery["compare"],
  { first, last }: Span,
  days: number,
): Span | null {
  switch (compare) {
    case "none":
      return null;
    case "previous":
      return { first: addDays(first, -days), last: addDays(last, -days) };
    case "year":
      return { first: toLastYear(first), last: addDays(toLastYear(first), days - 1) };
  }
}

/** The same date a year earlier; 28 February for the 29th. */
function toLastYear(day: string): string {
  const [year = "", ...rest] = day.split("-");
  const monthAndDay = rest.join("-");
  return `${String(Number(year) - 1).padStart(4, "0")}-${monthAndDay === "02-29" ? "02-28" : monthAndDay}`;
}

function toRange({ first, last }: Span): Range {
  return { from: startOfShopDay(first), to: startOfShopDay(last, 1) };
}

import { startOfShopDay } from "@/lib/format/shop-day";
import type { EventType } from "../event";
import { addDays, countDays, type Span } from "./period";
import type { AnalyticsReport, Figure, SeriesPoint } from "./schema";

/** The events with which a customer asks for something. */
export const REQUEST_TYPES = ["whatsapp_click", "phone_click", "contact_submit"] as const;

/** The events that the figures of a day are computed from. */
export const DAILY_TYPES = ["page_view", "search", ...REQUEST_TYPES] as const;

interface PartCount {
  isCurrent: boolean;
  eventType: EventType;
  events: number;
  visitors: number;
  sessions: number;
}

export interface DailyCount extends PartCount {
  /** A date like "2026-11-30". */
  day: string;
}

export interface HourlyCount extends PartCount {
  /** Since the start of the day. */
  hour: number;
}

const isRequest = ({ eventType }: PartCount) =>
  REQUEST_TYPES.some((requestType) => requestType === eventType);
const isView = ({ eventType }: PartCount) => eventType === "page_view";

type Measure = "events" | "visitors" | "sessions";
const sum = (counts: readonly PartCount[], measure: Measure) =>
  counts.reduce((total, count) => total + count[measure], 0);

/** The figures that are sums of daily counts. */
export function toFigures(counts: readonly DailyCount[], hasComparison: boolean) {
  const toFigure = (eventType: EventType, measure: Measure): Figure => {
    const own = counts.filter((count) => count.eventType === eventType);
    const compared = own.filter(({ isCurrent }) => !isCurrent);
    return {
      current: sum(
        own.filter(({ isCurrent }) => isCurrent),
        measure,
      ),
      compared: hasComparison ? sum(compared, measure) : null,
    };
  };
  return {
    visitors: toFigure("page_view", "visitors"),
    visits: toFigure("page_view", "sessions"),
    views: toFigure("page_view", "events"),
    whatsapp: toFigure("whatsapp_click", "events"),
    phone: toFigure("phone_click", "events"),
    messages: toFigure("contact_submit", "events"),
    searches: toFigure("search", "events"),
  };
}

type Step = Exclude<AnalyticsReport["series"]["step"], "hour">;
const MAX_DAILY_POINTS = 92;
const MAX_WEEKLY_DAYS = 366;

/**
 * The course of a period by day, or by weeks and months where it is long. Steps count from the first day, so that each has a
 * counterpart in the compared span.
 */
export function buildSeries(
  counts: readonly DailyCount[],
  span: Span,
  compared: Span | null,
): AnalyticsReport["series"] {
  const days = countDays(span);
  const step: Step = days <= MAX_DAILY_POINTS ? "day" : days <= MAX_WEEKLY_DAYS ? "week" : "month";
  const length = { day: 1, week: 7, month: 30 }[step];
  const listCounts = (isCurrent: boolean, from: string, to: string) =>
    counts.filter((count) => count.isCurrent === isCurrent && count.day >= from && count.day <= to);
  const points = Array.from({ length: Math.ceil(days / length) }, (_, i): SeriesPoint => {
    const offset = i * length;
    const lastOffset = Math.min(offset + length, days) - 1;
    const current = listCounts(true, addDays(span.first, offset), addDays(span.first, lastOffset));
    const before = compared
      ? listCounts(false, addDays(compared.first, offset), addDays(compared.first, lastOffset))
      : null;
    return { day: addDays(span.first, offset), hour: null, ...toPoint(current, before) };
  });
  return { step, points };
}

/** The course of one day by hours; today's until now. */
export function buildHourlySeries(
  counts: readonly HourlyCount[],
  day: string,
  hasComparison: boolean,
  now: Date,
): AnalyticsReport["series"] {
  const hours = Math.floor((now.getTime() - startOfShopDay(day).getTime()) / HOUR_MS) + 1;
  const points = Array.from({ length: Math.min(hours, 24) }, (_, hour): SeriesPoint => {
    const own = counts.filter((count) => count.hour === hour);
    const current = own.filter(({ isCurrent }) => isCurrent);
    const before = hasComparison ? own.filter(({ isCurrent }) => !isCurrent) : null;
    return { day, hour, ...toPoint(current, before) };
  });
  return { step: "hour", points };
}

const HOUR_MS = 3_600_000;

function toPoint(current: readonly PartCount[], before: readonly PartCount[] | null) {
  return {
    visitors: sum(current.filter(isView), "visitors"),
    views: sum(current.filter(isView), "events"),
    requests: sum(current.filter(isRequest), "events"),
    comparedVisitors: before && sum(before.filter(isView), "visitors"),
  };
}

import { z } from "zod";
import { RecordId } from "@/domain/catalogue/products/input";
import { FILTER_VALUES } from "./filter-schema";

const PERIODS = ["today", "7", "30", "90", "365", "custom"] as const;
export const COMPARISONS = ["previous", "year", "none"] as const;

const EARLIEST_DAY = "2020-01-01";
const LATEST_DAY = "2099-12-31";

const Day = z.iso
  .date("Choisissez une date.")
  .refine(
    (day) => day >= EARLIEST_DAY && day <= LATEST_DAY,
    "Choisissez une date entre 2020 et 2099.",
  );

/** The days that a report covers, and those that it compares them with. */
const period = {
  period: z.enum(PERIODS).default("30"),
  /** For `custom`; without it the last thirty days. */
  from: Day.optional(),
  /** For `custom`; without it today. */
  to: Day.optional(),
  compare: z.enum(COMPARISONS).default("previous"),
};

export const PeriodQuery = z.object(period);
export type PeriodQuery = z.infer<typeof PeriodQuery>;

/** The parameters of the page of figures: its period, and one value per property that everything is filtered by. */
export const AnalyticsQuery = z.object({
  ...period,
  /** The id of a segment. */
  segment: RecordId.optional(),
  ...z.object(FILTER_VALUES).partial().shape,
});
export type AnalyticsQuery = z.infer<typeof AnalyticsQuery>;

const Count = z.number().int();

/** A figure of the period, and of the compared days; null without comparison. */
const Figure = z.strictObject({ current: z.number(), compared: z.number().nullable() });
export type Figure = z.infer<typeof Figure>;

const SeriesPoint = z.strictObject({
  /** The first day of the step. */
  day: z.iso.date(),
  /** 0 to 23 in the course of one day, else null. */
  hour: Count.min(0).max(23).nullable(),
  visitors: Count,
  views: Count,
  requests: Count,
  /** Visitors of the compared step; null without comparison. */
  comparedVisitors: Count.nullable(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

const TopRow = z.strictObject({
  /** The value that a click filters by. */
  value: z.string(),
  /** A name where the value is an id; null for a deleted record. */
  label: z.string().nullable(),
  count: Count,
  compared: Count.nullable(),
  /** WhatsApp clicks, calls and messages. */
  requests: Count,
});
export type TopRow = z.infer<typeof TopRow>;

/** The cards that list the most frequent values, in the order of the page. */
export const TOP_CARDS = [
  "products",
  "unaskedProducts",
  "categories",
  "pages",
  "searches",
  "emptySearches",
  "sources",
  "mediums",
  "campaigns",
  "devices",
  "locales",
  "towns",
] as const;
export type TopCard = (typeof TOP_CARDS)[number];

const SpanSchema = z.strictObject({ first: z.iso.date(), last: z.iso.date() });

export const AnalyticsReport = z.strictObject({
  period: z.strictObject({
    span: SpanSchema,
    compared: SpanSchema.nullable(),
    /** Filtered figures need single events, which are deleted after this many days: the period or its comparison began earlier. */
    isCutOff: z.boolean(),
  }),
  figures: z.strictObject({
    visitors: Figure,
    visits: Figure,
    views: Figure,
    whatsapp: Figure,
    phone: Figure,
    messages: Figure,
    searches: Figure,
    emptySearches: Figure,
    /** Requests that staff marked as sold in these days. */
    sales: Figure,
    /** MAD. */
    salesAmount: z.strictObject({ current: z.string(), compared: z.string().nullable() }),
  }),
  series: z.strictObject({
    step: z.enum(["hour", "day", "week", "month"]),
    points: z.array(SeriesPoint),
  }),
  top: z.array(z.strictObject({ card: z.enum(TOP_CARDS), rows: z.array(TopRow) })),
});
export type AnalyticsReport = z.infer<typeof AnalyticsReport>;
export type FigureName = keyof AnalyticsReport["figures"];

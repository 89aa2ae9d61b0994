import { z } from "zod";
import { RecordId } from "@/domain/catalogue/products/input";
import { AnalyticsFilter } from "../report/filter-schema";

export const REPORT_DIMENSIONS = [
  "day",
  "week",
  "month",
  "product",
  "category",
  "page",
  "source",
  "medium",
  "campaign",
  "device",
  "locale",
  "town",
] as const;
export type ReportDimension = (typeof REPORT_DIMENSIONS)[number];
type TimeDimension = "day" | "week" | "month";

export function isTimeDimension(dimension: ReportDimension): dimension is TimeDimension {
  return dimension === "day" || dimension === "week" || dimension === "month";
}

export const MEASURES = [
  "visitors",
  "visits",
  "views",
  "productViews",
  "requests",
  "whatsapp",
  "messages",
  "phone",
  "searches",
] as const;
export type Measure = (typeof MEASURES)[number];

const REPORT_PERIODS = ["7", "30", "90", "365"] as const;

/** One measure counted by one dimension, over the visits that match. */
export const ReportDefinition = z.strictObject({
  dimension: z.enum(REPORT_DIMENSIONS, "Choisissez par quoi compter."),
  measure: z.enum(MEASURES, "Choisissez quoi compter."),
  period: z.enum(REPORT_PERIODS).default("30"),
  filter: AnalyticsFilter.default({}),
  /** The id of a segment that visits must also match. */
  segment: RecordId.nullable().default(null),
});
export type ReportDefinition = z.infer<typeof ReportDefinition>;

const ReportRow = z.strictObject({
  /** A date for days, weeks and months. */
  value: z.string(),
  /** The name of the record, where the value is an id. */
  label: z.string().nullable(),
  count: z.number().int(),
});

export const ReportResult = z.strictObject({
  rows: z.array(ReportRow),
  /** As in `AnalyticsReport`. */
  isCutOff: z.boolean(),
});
export type ReportResult = z.infer<typeof ReportResult>;

import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { QUERY_RULE_FIELDS } from "../query-rules/fields";
import { searchText } from "../search-text";

export const REPORT_DAYS = [7, 30, 90] as const;
type ReportDays = (typeof REPORT_DAYS)[number];

export const ReportQuery = z.object({
  days: z
    .enum(["7", "30", "90"])
    .default("30")
    .transform((days): ReportDays => REPORT_DAYS.find((known) => String(known) === days) ?? 30),
  locale: z.enum(LOCALES).optional(),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

export const SearchFigures = z.strictObject({
  /** Each intent counts once, however many keystrokes it took. */
  searches: z.number().int(),
  withoutResult: z.number().int(),
  /** Searches after which a product was opened. */
  withClick: z.number().int(),
  /** Mean position of the opened products, from 1; null without a click. */
  meanPosition: z.number().nullable(),
});
export type SearchFigures = z.infer<typeof SearchFigures>;

export const TopSearch = z.strictObject({
  text: z.string(),
  searches: z.number().int(),
  withoutResult: z.number().int(),
  withClick: z.number().int(),
});
export type TopSearch = z.infer<typeof TopSearch>;

export const UnansweredSearch = z.strictObject({
  /** As it was typed last. */
  text: z.string(),
  searches: z.number().int(),
  lastSeenAt: z.iso.datetime(),
  locales: z.array(z.enum(LOCALES)),
  /** The last search showed products with some of the words. */
  isApproximate: z.boolean(),
});
export type UnansweredSearch = z.infer<typeof UnansweredSearch>;

export const IgnoredSearch = z.strictObject({ id: z.string(), query: z.string() });
export type IgnoredSearch = z.infer<typeof IgnoredSearch>;

export const IgnoreInput = z.strictObject({ query: searchText(QUERY_RULE_FIELDS.query.maxLength) });
export type IgnoreInput = z.infer<typeof IgnoreInput>;

export const SearchReport = z.strictObject({
  figures: SearchFigures,
  topSearches: z.array(TopSearch),
  unanswered: z.array(UnansweredSearch),
  ignored: z.array(IgnoredSearch),
});

import { z } from "zod";
import { plain } from "@/lib/input/text-schema";
import { DEVICES, EVENT_TYPES, PAGES } from "../event";

const MAX_VALUE_LENGTH = 200;
const MAX_VALUES = 20;

/** The source of a visit without a referrer and without a marked link. */
export const DIRECT = "direct";

/** Sources, campaigns and towns come from outside, and a product may be deleted by now. */
const FreeValue = plain(MAX_VALUE_LENGTH).min(1);

/** The properties of the filter language, with the schema of a value. */
export const FILTER_VALUES = {
  source: FreeValue,
  medium: FreeValue,
  campaign: FreeValue,
  device: z.enum(DEVICES),
  locale: z.enum(["fr", "ar"]),
  town: FreeValue,
  returning: z.enum(["oui", "non"]),
  page: z.enum(PAGES),
  product: FreeValue,
  category: FreeValue,
  event: z.enum(EVENT_TYPES),
} as const;
export type FilterProperty = keyof typeof FILTER_VALUES;

const values = <T extends z.ZodType>(value: T) =>
  z
    .array(value)
    .min(1, "Choisissez au moins une valeur.")
    .max(MAX_VALUES, `${MAX_VALUES} valeurs au plus.`)
    .optional();

/**
 * Conditions on events or visits: one of the values of each named property. Segments, funnels, reports and the page of figures share it.
 */
export const AnalyticsFilter = z.strictObject({
  source: values(FILTER_VALUES.source),
  medium: values(FILTER_VALUES.medium),
  campaign: values(FILTER_VALUES.campaign),
  device: values(FILTER_VALUES.device),
  locale: values(FILTER_VALUES.locale),
  town: values(FILTER_VALUES.town),
  returning: values(FILTER_VALUES.returning),
  page: values(FILTER_VALUES.page),
  product: values(FILTER_VALUES.product),
  category: values(FILTER_VALUES.category),
  event: values(FILTER_VALUES.event),
});
export type AnalyticsFilter = z.infer<typeof AnalyticsFilter>;

/** In the order of chips and editors. */
export const FILTER_PROPERTIES = AnalyticsFilter.keyof().options;

export const isEmptyFilter = (filter: AnalyticsFilter) =>
  FILTER_PROPERTIES.every((property) => filter[property] === undefined);

/** The filter of a page of figures, whose address holds one value per property. */
export function toFilter(query: Partial<Record<FilterProperty, string>>): AnalyticsFilter {
  const given = FILTER_PROPERTIES.flatMap((property) => {
    const value = query[property];
    return value === undefined ? [] : [[property, [value]] as const];
  });
  return AnalyticsFilter.parse(Object.fromEntries(given));
}

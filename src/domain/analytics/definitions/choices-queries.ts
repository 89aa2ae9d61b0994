import "server-only";
import { db } from "@/lib/db";
import { DEVICES, EVENT_TYPES, PAGES } from "../event";
import type { FilterProperty } from "../report/filter-schema";
import { formatValue } from "../report/labels";
import { listTop } from "../report/queries";
import type { TopCard } from "../report/schema";

type Choice = readonly [value: string, label: string];

/** The values that a filter offers; products are searched instead. */
export type FilterChoices = Partial<Record<FilterProperty, readonly Choice[]>>;

const MAX_CHOICES = 50;
const QUARTER = { period: "90", compare: "none" } as const;

/** Lists the values that an editor of filters offers: all that are fixed, and those that visits of the last 90 days had. */
export async function listFilterChoices(): Promise<FilterChoices> {
  const [categories, source, medium, campaign, town] = await Promise.all([
    db.category.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    listSeen("source", "sources"),
    listSeen("medium", "mediums"),
    listSeen("campaign", "campaigns"),
    listSeen("town", "towns"),
  ]);
  return {
    source,
    medium,
    campaign,
    town,
    category: categories.map(({ id, name }) => [id, name]),
    device: listFixed("device", DEVICES),
    locale: listFixed("locale", ["fr", "ar"]),
    returning: listFixed("returning", ["oui", "non"]),
    page: listFixed("page", PAGES),
    event: listFixed("event", EVENT_TYPES),
  };
}

async function listSeen(property: FilterProperty, card: TopCard): Promise<Choice[]> {
  const rows = await listTop({ period: QUARTER, filters: [] }, card, MAX_CHOICES);
  return rows.map(({ value, label }) => [value, formatValue(property, value, label)]);
}

const listFixed = (property: FilterProperty, values: readonly string[]): Choice[] =>
  values.map((value) => [value, formatValue(property, value)]);

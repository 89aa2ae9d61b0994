import type { z } from "zod";
import { lookup } from "@/lib/lookup";

export type SearchParams = Record<string, string | string[] | undefined>;

/** Parses the query of a list from its URL. Ignores empty and invalid parameters. */
export function parseListQuery<Schema extends z.ZodType>(
  schema: Schema,
  params: SearchParams,
): z.output<Schema> {
  const given = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first ? [[name, first]] : [];
    }),
  );
  const { data, error } = schema.safeParse(given);
  if (!error) return data;
  const invalid = new Set(error.issues.map(({ path }) => String(path[0])));
  const valid = Object.entries(given).filter(([name]) => !invalid.has(name));
  return schema.parse(Object.fromEntries(valid));
}

/** Converts a query to URL parameters. Leaves out unset filters and default values. */
export function toListParams<Query extends object>(
  query: Query,
  defaults: Partial<Query>,
): Record<string, string> {
  const entries = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== "" && value !== lookup(defaults, name),
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value === true ? "1" : String(value)]),
  );
}

export function withParams(path: string, params: Record<string, string>): string {
  const search = new URLSearchParams(params);
  return search.size > 0 ? `${path}?${search}` : path;
}

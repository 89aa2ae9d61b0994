import { StaffProductQuery } from "@/domain/catalogue/products/schema";

export type SearchParams = Record<string, string | string[] | undefined>;

/** Parses the query of the list from the address; invalid parameters are ignored. */
export function parseListQuery(params: SearchParams): StaffProductQuery {
  const given = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const one = Array.isArray(value) ? value[0] : value;
      return one ? [[name, one]] : [];
    }),
  );
  const parsed = StaffProductQuery.safeParse(given);
  if (parsed.success) return parsed.data;
  const invalid = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return StaffProductQuery.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !invalid.has(name))),
  );
}

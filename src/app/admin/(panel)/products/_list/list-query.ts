import { StaffProductQuery } from "@/domain/catalogue/products/schema";

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address asks for; what it says wrongly counts as not said. */
export function parseListQuery(params: SearchParams): StaffProductQuery {
  const said = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const one = Array.isArray(value) ? value[0] : value;
      return one ? [[name, one]] : [];
    }),
  );
  const parsed = StaffProductQuery.safeParse(said);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return StaffProductQuery.parse(
    Object.fromEntries(Object.entries(said).filter(([name]) => !wrong.has(name))),
  );
}

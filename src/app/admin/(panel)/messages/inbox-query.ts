import { InboxQuery } from "@/domain/messaging/inbox/schema";

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address asks for; what it says wrongly counts as not said. */
export function parseInboxQuery(params: SearchParams): InboxQuery {
  const said = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const one = Array.isArray(value) ? value[0] : value;
      return one ? [[name, one]] : [];
    }),
  );
  const parsed = InboxQuery.safeParse(said);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return InboxQuery.parse(
    Object.fromEntries(Object.entries(said).filter(([name]) => !wrong.has(name))),
  );
}

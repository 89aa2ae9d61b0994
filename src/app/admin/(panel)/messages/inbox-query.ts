import { InboxQuery } from "@/domain/messaging/inbox/schema";

export type SearchParams = Record<string, string | string[] | undefined>;

/** Ignores empty and invalid parameters. */
export function parseInboxQuery(params: SearchParams): InboxQuery {
  const given = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first ? [[name, first]] : [];
    }),
  );
  const parsed = InboxQuery.safeParse(given);
  if (parsed.success) return parsed.data;
  const invalid = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return InboxQuery.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !invalid.has(name))),
  );
}

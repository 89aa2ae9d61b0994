import { SubscriberQuery } from "@/domain/newsletter/subscribers/schema";

const PATH = "/admin/newsletter";

/** Ignores empty and invalid filters. */
export function parseSubscriberQuery(params: Record<string, unknown>): SubscriberQuery {
  const filled = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ""));
  const { data, error } = SubscriberQuery.safeParse(filled);
  if (data) return data;
  const invalid = new Set(error.issues.map(({ path }) => path[0]));
  const valid = Object.entries(filled).filter(([name]) => !invalid.has(name));
  return SubscriberQuery.parse(Object.fromEntries(valid));
}

function toParams({ format: _, pageSize: __, page, ...filters }: SubscriberQuery): URLSearchParams {
  const entries = Object.entries({ ...filters, page: page > 1 ? String(page) : undefined });
  return new URLSearchParams(
    entries.filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

export function buildSubscribersUrl(
  query: SubscriberQuery,
  extra: Record<string, string> = {},
): string {
  const params = toParams(query);
  for (const [name, value] of Object.entries(extra)) params.set(name, value);
  return params.size > 0 ? `${PATH}?${params}` : PATH;
}

/** The CSV file of all subscribers that match the filters. */
export function buildExportUrl(query: SubscriberQuery): string {
  const params = toParams({ ...query, page: 1 });
  params.set("format", "csv");
  return `/api/admin/newsletter/subscribers?${params}`;
}

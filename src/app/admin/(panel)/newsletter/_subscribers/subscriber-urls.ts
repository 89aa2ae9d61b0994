import { SubscriberQuery } from "@/domain/newsletter/subscribers/schema";

const PATH = "/admin/newsletter";

/** A filter that is none is left out, the others stand. */
export function parseSubscriberQuery(asked: Record<string, unknown>): SubscriberQuery {
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const { data, error } = SubscriberQuery.safeParse(filled);
  if (data) return data;
  const wrong = new Set(error.issues.map(({ path }) => path[0]));
  const right = Object.entries(filled).filter(([name]) => !wrong.has(name));
  return SubscriberQuery.parse(Object.fromEntries(right));
}

function toParams({ format: _, pageSize: __, page, ...filters }: SubscriberQuery): URLSearchParams {
  const set = Object.entries({ ...filters, ...(page > 1 && { page: String(page) }) });
  return new URLSearchParams(set.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

export function buildSubscribersUrl(
  query: SubscriberQuery,
  more: Record<string, string> = {},
): string {
  const params = toParams(query);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params.size > 0 ? `${PATH}?${params}` : PATH;
}

/** The file of all that the filters leave. */
export function buildExportUrl(query: SubscriberQuery): string {
  const params = toParams({ ...query, page: 1 });
  params.set("format", "csv");
  return `/api/admin/newsletter/subscribers?${params}`;
}

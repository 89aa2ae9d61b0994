import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { getOwn } from "@/lib/own";

export const INBOX_PATH = "/admin/messages";

const DEFAULTS: Partial<Record<keyof InboxQuery, unknown>> = {
  sort: "newest",
  page: 1,
  pageSize: 20,
};

/** The query as it stands in the address, without what goes without saying. */
function toParams(query: InboxQuery): Record<string, string> {
  const entries = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== "" && value !== getOwn(DEFAULTS, name),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** The list with these choices. Another choice than the page starts again at the first page. */
export function buildInboxUrl(query: InboxQuery, change: Partial<InboxQuery> = {}): string {
  return withQuery(INBOX_PATH, { ...query, page: 1, ...change });
}

/** A message, with the list that it was opened from: for going on to the next, and back. */
export function buildThreadUrl(id: string, query: InboxQuery): string {
  return withQuery(`${INBOX_PATH}/${id}`, query);
}

function withQuery(path: string, query: InboxQuery): string {
  const params = new URLSearchParams(toParams(query));
  return params.size > 0 ? `${path}?${params}` : path;
}

const LIST_OPTIONS = new Set(["sort", "page", "pageSize"]);

/** The filters alone, as a bulk selection carries them. */
export function toFilterParams(query: InboxQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toParams(query)).filter(([name]) => !LIST_OPTIONS.has(name)),
  );
}

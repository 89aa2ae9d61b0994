import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { lookup } from "@/lib/lookup";

export const INBOX_PATH = "/admin/messages";

const DEFAULTS: Partial<Record<keyof InboxQuery, unknown>> = {
  sort: "newest",
  page: 1,
  pageSize: 20,
};

/** Drops empty filters and default values. */
function toParams(query: InboxQuery): Record<string, string> {
  const entries = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== "" && value !== lookup(DEFAULTS, name),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** `change` applies on top of `query`; the list starts at the first page unless `change` names one. */
export function buildInboxUrl(query: InboxQuery, change: Partial<InboxQuery> = {}): string {
  return withQuery(INBOX_PATH, { ...query, page: 1, ...change });
}

/** Keeps the query of the inbox, so that the message page can link to its neighbours and back to the list. */
export function buildThreadUrl(id: string, query: InboxQuery): string {
  return withQuery(`${INBOX_PATH}/${id}`, query);
}

function withQuery(path: string, query: InboxQuery): string {
  const params = new URLSearchParams(toParams(query));
  return params.size > 0 ? `${path}?${params}` : path;
}

const LIST_OPTIONS = new Set(["sort", "page", "pageSize"]);

/** Returns only the filters, without sorting and paging: the `filter` of a bulk selection. */
export function toFilterParams(query: InboxQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toParams(query)).filter(([name]) => !LIST_OPTIONS.has(name)),
  );
}

import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import type { InboxQuery } from "@/domain/messaging/inbox/schema";

export const INBOX_PATH = "/admin/messages";

const DEFAULTS: Partial<InboxQuery> = {
  sort: "newest",
  page: 1,
  pageSize: 20,
};

/** `change` applies on top of `query`; the list starts at the first page unless `change` names one. */
export function buildInboxUrl(query: InboxQuery, change: Partial<InboxQuery> = {}): string {
  return withParams(INBOX_PATH, toListParams({ ...query, page: 1, ...change }, DEFAULTS));
}

/** Keeps the query of the inbox, so that the message page can link to its neighbours and back to the list. */
export function buildThreadUrl(id: string, query: InboxQuery): string {
  return withParams(`${INBOX_PATH}/${id}`, toListParams(query, DEFAULTS));
}

const LIST_OPTIONS = new Set(["sort", "page", "pageSize"]);

/** Returns only the filters, without sorting and paging: the `filter` of a bulk selection. */
export function toFilterParams(query: InboxQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toListParams(query, DEFAULTS)).filter(([name]) => !LIST_OPTIONS.has(name)),
  );
}

import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import type { SubscriberQuery } from "@/domain/newsletter/subscribers/schema";

const PATH = "/admin/newsletter";

function toParams({ format: _, pageSize: __, ...query }: SubscriberQuery): Record<string, string> {
  return toListParams(query, { page: 1 });
}

export function buildSubscribersUrl(
  query: SubscriberQuery,
  extra: Record<string, string> = {},
): string {
  return withParams(PATH, { ...toParams(query), ...extra });
}

/** The CSV file of all subscribers that match the filters. */
export function buildExportUrl(query: SubscriberQuery): string {
  const params = { ...toParams({ ...query, page: 1 }), format: "csv" };
  return withParams("/api/admin/newsletter/subscribers", params);
}

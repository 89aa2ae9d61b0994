import type { AuditQuery } from "@/domain/audit-log/schema";

/** Leaves out the first page and unset filters. */
export function buildAuditUrl({ page, pageSize: _, ...filters }: AuditQuery): string {
  const entries = Object.entries({ ...filters, page: page > 1 ? page : undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return entries.length === 0 ? "/admin/audit" : `/admin/audit?${new URLSearchParams(entries)}`;
}

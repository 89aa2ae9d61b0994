import type { AuditQuery } from "@/domain/audit-log/schema";

/** The page that shows these filters; defaults are left out. */
export function buildAuditUrl({ page, pageSize: _, ...filters }: AuditQuery): string {
  const set = Object.entries({ ...filters, page: page > 1 ? page : undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return set.length === 0 ? "/admin/audit" : `/admin/audit?${new URLSearchParams(set)}`;
}

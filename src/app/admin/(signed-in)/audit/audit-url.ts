import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import type { AuditQuery } from "@/domain/audit-log/schema";

export function buildAuditUrl({ pageSize: _, ...query }: AuditQuery): string {
  return withParams("/admin/audit", toListParams(query, { page: 1 }));
}

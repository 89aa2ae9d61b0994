import { AuditEntry } from "@/domain/audit/schema";
import { listAuditEntries } from "@/domain/audit-log/queries";
import { AuditQuery } from "@/domain/audit-log/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List audit entries",
  access: "audit.read",
  query: AuditQuery,
  response: AuditEntry,
  isList: true,
  handle: async ({ query }) => {
    const { items, pagination } = await listAuditEntries(query);
    return new ListResponse(items, pagination);
  },
});

import { listAudit } from "@/domain/audit-log/queries";
import { AuditEntry, AuditQuery } from "@/domain/audit-log/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListAnswer } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "The journal: who changed what, and when",
  access: "audit.read",
  query: AuditQuery,
  answers: AuditEntry,
  isList: true,
  handle: async ({ query }) => {
    const { items, pagination } = await listAudit(query);
    return new ListAnswer(items, pagination);
  },
});

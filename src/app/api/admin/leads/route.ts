import { recordLeadExport } from "@/domain/messaging/lead-commands";
import { exportLeads } from "@/domain/messaging/leads/export-queries";
import { listLeads } from "@/domain/messaging/leads/queries";
import { Lead, LeadCounts, LeadQuery } from "@/domain/messaging/leads/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";
import { downloadResponse } from "@/lib/spreadsheet/download-response";

export const GET = defineRoute({
  summary:
    "List customers' requests (WhatsApp and messages), with a count for each status; format=csv exports all of them",
  access: "messages.read",
  query: LeadQuery.strict(),
  response: Lead,
  isList: true,
  extra: { counts: LeadCounts },
  handle: async ({ actor, query }) => {
    const { format, page: _, pageSize: __, ...filters } = query;
    if (format === "csv") {
      await recordLeadExport(actor, filters);
      return downloadResponse(exportLeads(filters), { name: "demandes", format: "csv" });
    }
    const { items, pagination, counts } = await listLeads(query);
    return new ListResponse(items, pagination, { counts });
  },
});

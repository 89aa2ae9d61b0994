import { recordExport } from "@/domain/newsletter/subscribers/commands";
import { exportSubscribers } from "@/domain/newsletter/subscribers/export-queries";
import { listSubscribers } from "@/domain/newsletter/subscribers/queries";
import { Subscriber, SubscriberQuery } from "@/domain/newsletter/subscribers/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";
import { downloadResponse } from "@/lib/spreadsheet/download-response";

export const GET = defineRoute({
  summary: "List subscribers of the newsletter; format=csv exports all of them",
  access: "newsletter.read",
  query: SubscriberQuery.strict(),
  response: Subscriber,
  isList: true,
  handle: async ({ actor, query }) => {
    const { format, page: _, pageSize: __, ...filters } = query;
    if (format === "csv") {
      await recordExport(actor, filters);
      return downloadResponse(exportSubscribers(filters), { name: "abonnes", format: "csv" });
    }
    const { items, pagination } = await listSubscribers(query);
    return new ListResponse(items, pagination);
  },
});

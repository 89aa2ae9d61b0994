import { recordExport } from "@/domain/newsletter/subscribers/commands";
import { exportSubscribers } from "@/domain/newsletter/subscribers/export-queries";
import { listSubscribers } from "@/domain/newsletter/subscribers/queries";
import { Subscriber, SubscriberQuery } from "@/domain/newsletter/subscribers/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

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
      return toCsvResponse(exportSubscribers(filters));
    }
    const { items, pagination } = await listSubscribers(query);
    return new ListResponse(items, pagination);
  },
});

function toCsvResponse(body: ReadableStream<Uint8Array>): Response {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="abonnes-${day}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}

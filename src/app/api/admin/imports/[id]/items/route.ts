import { listImportItems } from "@/domain/catalogue/import/queries";
import { ImportItem, ImportItemQuery } from "@/domain/catalogue/import-rows/schema";
import { OperationId } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List what the check of an import found for each product",
  access: "products.read",
  params: OperationId,
  query: ImportItemQuery,
  response: ImportItem,
  isList: true,
  handle: async ({ params, query }) => {
    const { items, pagination } = await listImportItems(params.id, query);
    return new ListResponse(items, pagination);
  },
});

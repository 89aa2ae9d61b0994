import { listOperationItems } from "@/domain/catalogue/operations/queries";
import { ItemQuery, OperationId, OperationItemRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List the products of an operation with their result",
  access: "products.read",
  params: OperationId,
  query: ItemQuery,
  response: OperationItemRow,
  isList: true,
  handle: async ({ params, query }) => {
    const { items, pagination } = await listOperationItems(params.id, query);
    return new ListResponse(items, pagination);
  },
});

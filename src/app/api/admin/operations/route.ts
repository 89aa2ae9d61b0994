import { listOperations } from "@/domain/catalogue/operations/queries";
import { OperationQuery, OperationRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List imports and bulk changes, newest first",
  access: "products.read",
  query: OperationQuery,
  response: OperationRow,
  isList: true,
  handle: async ({ query }) => {
    const { items, pagination } = await listOperations(query);
    return new ListResponse(items, pagination);
  },
});

import { getOperation } from "@/domain/catalogue/operations/queries";
import { OperationId, OperationRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Read an import or bulk change with its progress",
  access: "products.read",
  params: OperationId,
  response: OperationRow,
  handle: ({ params }) => getOperation(params.id),
});

import { cancelOperation } from "@/domain/catalogue/operations/commands";
import { OperationId, OperationRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Cancel a scheduled operation, or stop a running one after its present batch",
  access: "products.import",
  params: OperationId,
  response: OperationRow,
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => cancelOperation(actor, params.id),
});

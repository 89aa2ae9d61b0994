import { wakeOperations } from "@/app/api/wake-operations";
import { undoOperation } from "@/domain/catalogue/operations/commands";
import { OperationId, OperationRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Restore the products of an operation that have not changed since",
  access: "products.import",
  params: OperationId,
  response: OperationRow,
  handle: async ({ actor, params }) => {
    const operation = await undoOperation(actor, params.id);
    wakeOperations();
    return operation;
  },
});

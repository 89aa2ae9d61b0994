import { wakeOperations } from "@/app/api/wake-operations";
import { startCheck } from "@/domain/catalogue/import/commands";
import { ImportCheck } from "@/domain/catalogue/import-rows/schema";
import { OperationId, OperationRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Check every row of an import by the rules of a save, without changing a product",
  access: "products.import",
  params: OperationId,
  body: ImportCheck,
  response: OperationRow,
  handle: async ({ actor, params, body }) => {
    const operation = await startCheck(actor, params.id, body);
    wakeOperations();
    return operation;
  },
});

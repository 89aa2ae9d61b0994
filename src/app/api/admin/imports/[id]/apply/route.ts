import { wakeOperations } from "@/app/api/wake-operations";
import { applyImport } from "@/domain/catalogue/import/commands";
import { OperationId, OperationRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Apply an import whose check succeeded",
  access: "products.import",
  params: OperationId,
  response: OperationRow,
  handle: async ({ actor, params }) => {
    const operation = await applyImport(actor, params.id);
    wakeOperations();
    return operation;
  },
});

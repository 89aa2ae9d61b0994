import { wakeOperations } from "@/app/api/wake-operations";
import { startBulkChange } from "@/domain/catalogue/bulk/commands";
import { BulkChange } from "@/domain/catalogue/bulk/schema";
import { OperationRow } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary:
    "Change prices or fields of many products, at once or from a date on, as an operation that can be undone",
  access: "products.import",
  body: BulkChange,
  response: OperationRow,
  status: 201,
  invalidates: ["catalogue"],
  handle: async ({ actor, body }) => {
    const operation = await startBulkChange(actor, body);
    wakeOperations();
    return operation;
  },
});

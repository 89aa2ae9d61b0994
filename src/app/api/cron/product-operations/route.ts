import { runOperationsNow } from "@/app/api/wake-operations";
import { OperationsRun } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Apply and undo the imports and bulk changes that are due",
  access: "cron",
  response: OperationsRun,
  handle: () => runOperationsNow(),
});

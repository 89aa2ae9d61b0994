import { getImport } from "@/domain/catalogue/import/queries";
import { ImportView } from "@/domain/catalogue/import-rows/schema";
import { OperationId } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "An import with its first rows, its columns and the report of its check",
  access: "products.read",
  params: OperationId,
  response: ImportView,
  handle: ({ params }) => getImport(params.id),
});

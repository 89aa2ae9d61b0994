import { bulkEditProducts } from "@/domain/catalogue/product-list/bulk-commands";
import { BulkEdit, BulkResult } from "@/domain/catalogue/products/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Publish, hide, archive, trash or restore many products at once",
  access: "products.import",
  body: BulkEdit,
  response: BulkResult,
  invalidates: ["catalogue"],
  handle: ({ actor, body }) => bulkEditProducts(actor, body),
});

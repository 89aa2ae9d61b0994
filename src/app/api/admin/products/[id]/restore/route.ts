import { RecordParams } from "@/domain/catalogue/products/input";
import { ProductForEdit } from "@/domain/catalogue/products/schema";
import { restoreProduct } from "@/domain/catalogue/trash/commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Take a product back out of the trash",
  access: "products.write",
  params: RecordParams,
  response: ProductForEdit,
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => restoreProduct(actor, params.id),
});

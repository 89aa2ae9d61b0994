import { RecordParams } from "@/domain/catalogue/product-input";
import { restoreProduct } from "@/domain/catalogue/product-trash-commands";
import { ProductForEdit } from "@/domain/catalogue/staff-schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Take a product back out of the trash",
  access: "products.write",
  params: RecordParams,
  answers: ProductForEdit,
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => restoreProduct(actor, params.id),
});

import { duplicateProduct } from "@/domain/catalogue/products/creation-commands";
import { RecordParams } from "@/domain/catalogue/products/input";
import { ProductForEdit } from "@/domain/catalogue/products/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Copy a product into a new draft, without its SKUs",
  access: "products.write",
  params: RecordParams,
  response: ProductForEdit,
  status: 201,
  handle: ({ actor, params }) => duplicateProduct(actor, params.id),
});

import { z } from "zod";
import { RecordParams } from "@/domain/catalogue/products/input";
import { purgeProduct } from "@/domain/catalogue/trash/commands";
import { defineRoute } from "@/lib/http/define-route";

export const DELETE = defineRoute({
  summary: "Delete a product of the trash permanently",
  access: "products.purge",
  params: RecordParams,
  response: z.null(),
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => purgeProduct(actor, params.id),
});

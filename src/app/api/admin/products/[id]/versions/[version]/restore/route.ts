import { VersionParams } from "@/domain/catalogue/products/input";
import { RestoredProduct } from "@/domain/catalogue/products/schema";
import { restoreVersion } from "@/domain/catalogue/versions/commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary:
    "Make the content of an earlier version the present one; what cannot come back stays as it is",
  access: "products.write",
  params: VersionParams,
  response: RestoredProduct,
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => restoreVersion(actor, params.id, params.version),
});

import { VersionParams } from "@/domain/catalogue/products/input";
import { RestoredProduct } from "@/domain/catalogue/products/schema";
import { restoreVersion } from "@/domain/catalogue/versions/commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary:
    "Restore the content of an earlier version; fields that cannot be restored keep their value",
  access: "products.write",
  params: VersionParams,
  response: RestoredProduct,
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => restoreVersion(actor, params.id, params.version),
});

import { removeProductImage } from "@/domain/catalogue/product-image-commands";
import { ImageParams, VersionQuery } from "@/domain/catalogue/product-input";
import { SavedProduct } from "@/domain/catalogue/staff-schema";
import { defineRoute } from "@/lib/http/define-route";

export const DELETE = defineRoute({
  summary: "Take a picture away from a product; `imageId` is the hash in its address",
  access: "products.write",
  params: ImageParams,
  query: VersionQuery,
  answers: SavedProduct,
  invalidates: ["catalogue"],
  handle: ({ actor, params, query }) =>
    removeProductImage(actor, params.id, query.version, params.imageId),
});

import { removeProductImage, updateProductImage } from "@/domain/catalogue/images/commands";
import { ImageEdit, ImageParams, VersionQuery } from "@/domain/catalogue/products/input";
import { SavedProduct } from "@/domain/catalogue/products/schema";
import { defineRoute } from "@/lib/http/define-route";

export const PATCH = defineRoute({
  summary: "Change the alternative texts or the place of an image, or make it primary",
  access: "products.write",
  params: ImageParams,
  body: ImageEdit,
  response: SavedProduct,
  invalidates: ["catalogue"],
  handle: ({ actor, params, body }) => updateProductImage(actor, params.id, params.imageId, body),
});

export const DELETE = defineRoute({
  summary: "Remove an image from a product; `imageId` is the hash in its address",
  access: "products.write",
  params: ImageParams,
  query: VersionQuery,
  response: SavedProduct,
  invalidates: ["catalogue"],
  handle: ({ actor, params, query }) =>
    removeProductImage(actor, params.id, query.version, params.imageId),
});

import { addProductImage, setProductImages } from "@/domain/catalogue/images/commands";
import { ImageArrangement, NewImage, RecordParams } from "@/domain/catalogue/products/input";
import { SavedProduct } from "@/domain/catalogue/products/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Add an image that was sent to /api/upload/image to a product",
  access: "products.write",
  params: RecordParams,
  body: NewImage,
  status: 201,
  response: SavedProduct,
  invalidates: ["catalogue"],
  handle: ({ actor, params, body: { version, ...image } }) =>
    addProductImage(actor, params.id, version, image),
});

export const PATCH = defineRoute({
  summary: "Set the order, the alternative texts and the primary image of a product's images",
  access: "products.write",
  params: RecordParams,
  body: ImageArrangement,
  response: SavedProduct,
  invalidates: ["catalogue"],
  handle: ({ actor, params, body: { version, images } }) =>
    setProductImages(actor, params.id, version, images),
});

import { updateProduct } from "@/domain/catalogue/products/commands";
import { findEditProblems } from "@/domain/catalogue/products/edit";
import { ProductPatch, RecordParams } from "@/domain/catalogue/products/input";
import { findProductForEdit } from "@/domain/catalogue/products/queries";
import { ProductForEdit, SavedProduct } from "@/domain/catalogue/products/schema";
import { trashProduct } from "@/domain/catalogue/trash/commands";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "A product with its draft",
  access: "products.read",
  params: RecordParams,
  response: ProductForEdit,
  handle: async ({ params }) => {
    const product = await findProductForEdit(params.id);
    if (!product) throw new AppError("NOT_FOUND");
    return product;
  },
});

export const PATCH = defineRoute({
  summary: "Edit a product: merges the changes of other editors, or answers 409 with both sides",
  access: "products.write",
  params: RecordParams,
  body: ProductPatch,
  maxBodyBytes: 512 * 1024,
  response: SavedProduct,
  invalidates: ["catalogue"],
  findMoreProblems: ({ params, refused }) => findEditProblems(params.id, refused),
  handle: ({ actor, params, body }) => updateProduct(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Move a product to the trash; its public address answers 410",
  access: "products.delete",
  params: RecordParams,
  response: ProductForEdit,
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => trashProduct(actor, params.id),
});

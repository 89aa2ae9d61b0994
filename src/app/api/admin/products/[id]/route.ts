import { updateProduct } from "@/domain/catalogue/products/commands";
import { findEditProblems } from "@/domain/catalogue/products/edit";
import { ProductPatch, RecordParams } from "@/domain/catalogue/products/input";
import { findProductForEdit } from "@/domain/catalogue/products/queries";
import { ProductForEdit, SavedProduct } from "@/domain/catalogue/products/schema";
import { trashProduct } from "@/domain/catalogue/trash/commands";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "A product as its editor shows it, pending changes included",
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
  summary: "Edit a product: merges with what others changed since, or answers both sides",
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
  summary: "Move a product to the trash; its public address says that it is gone",
  access: "products.delete",
  params: RecordParams,
  response: ProductForEdit,
  invalidates: ["catalogue"],
  handle: ({ actor, params }) => trashProduct(actor, params.id),
});

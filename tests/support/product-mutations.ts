import { db } from "@/lib/db";
import { buildProduct, buildUpload, picture } from "./build";
import type { Example } from "./example";
import { createProduct, createPublished, save } from "./products";

const oneOf = async (fields: Parameters<typeof buildProduct>[0] = {}) => {
  const { id } = await buildProduct({ images: { create: picture() }, ...fields });
  return { params: { id } };
};

/** An example of each change of a product. */
export const PRODUCT_MUTATIONS: Record<string, Example> = {
  "POST /api/admin/products": async () => {
    const { categoryId } = await buildProduct();
    return { body: { name: "Un produit", description: "", categoryId } };
  },
  "PATCH /api/admin/products/{id}": async () => ({
    ...(await oneOf()),
    body: { version: 1, name: "Un autre nom" },
  }),
  "DELETE /api/admin/products/{id}": () => oneOf(),
  "POST /api/admin/products/{id}/restore": () => oneOf({ deletedAt: new Date() }),
  "DELETE /api/admin/products/{id}/permanent": () => oneOf({ deletedAt: new Date() }),
  "POST /api/admin/products/{id}/duplicate": () => oneOf(),
  "POST /api/admin/products/{id}/preview": () => oneOf(),
  "DELETE /api/admin/products/{id}/preview": () => oneOf({ previewNonce: "shared" }),
  "POST /api/admin/products/{id}/versions/{version}/restore": async (owner) => {
    const { product } = await createProduct(owner);
    await save(owner, product.id, { version: 1, name: "Un autre nom" });
    return { params: { id: product.id, version: "1" } };
  },
  "POST /api/admin/products/{id}/images": async () => {
    const { url } = await buildUpload();
    return { ...(await oneOf()), body: { version: 1, url } };
  },
  "PATCH /api/admin/products/{id}/images": async () => {
    const { params } = await oneOf();
    const { url } = await db.productImage.findFirstOrThrow({ where: { productId: params.id } });
    return { params, body: { version: 1, images: [{ url, altText: "De face", isPrimary: true }] } };
  },
  "PATCH /api/admin/products/{id}/images/{imageId}": async () => {
    const { params } = await oneOf();
    const { key } = await db.productImage.findFirstOrThrow({ where: { productId: params.id } });
    return { params: { ...params, imageId: key }, body: { version: 1, altText: "De dos" } };
  },
  "DELETE /api/admin/products/{id}/images/{imageId}": async () => {
    const { params } = await oneOf({ status: "DRAFT" });
    const { key } = await db.productImage.findFirstOrThrow({ where: { productId: params.id } });
    return { params: { ...params, imageId: key }, query: "version=1" };
  },
  "POST /api/admin/products/bulk": async (owner) => {
    const { id } = await createPublished(owner);
    return { body: { selection: { ids: [id] }, action: "unpublish" } };
  },
};

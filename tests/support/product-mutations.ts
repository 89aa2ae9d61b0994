import { db } from "@/lib/db";
import { buildImageInput, buildProduct, buildUpload } from "./build";
import type { MutationExample } from "./mutation-example";
import { checkFile, uploadFile } from "./product-import";
import { buildOperation } from "./product-operations";
import { createProduct, createPublishedProduct, saveProduct } from "./products";

const buildProductParams = async (fields: Parameters<typeof buildProduct>[0] = {}) => {
  const { id } = await buildProduct({ images: { create: buildImageInput() }, ...fields });
  return { params: { id } };
};

export const PRODUCT_MUTATIONS: Record<string, MutationExample> = {
  "POST /api/admin/products": async () => {
    const { categoryId } = await buildProduct();
    return { body: { name: "Un produit", description: "", categoryId } };
  },
  "PATCH /api/admin/products/{id}": async () => ({
    ...(await buildProductParams()),
    body: { version: 1, name: "Un autre nom" },
  }),
  "DELETE /api/admin/products/{id}": () => buildProductParams(),
  "POST /api/admin/products/{id}/restore": () => buildProductParams({ deletedAt: new Date() }),
  "DELETE /api/admin/products/{id}/permanent": () => buildProductParams({ deletedAt: new Date() }),
  "POST /api/admin/products/{id}/duplicate": () => buildProductParams(),
  "POST /api/admin/products/{id}/preview": () => buildProductParams(),
  "DELETE /api/admin/products/{id}/preview": () => buildProductParams({ previewNonce: "shared" }),
  "POST /api/admin/products/{id}/versions/{version}/restore": async (owner) => {
    const { product } = await createProduct(owner);
    await saveProduct(owner, product.id, { version: 1, name: "Un autre nom" });
    return { params: { id: product.id, version: "1" } };
  },
  "POST /api/admin/products/{id}/images": async () => {
    const { url } = await buildUpload();
    return { ...(await buildProductParams()), body: { version: 1, url } };
  },
  "PATCH /api/admin/products/{id}/images": async () => {
    const { params } = await buildProductParams();
    const { url } = await db.productImage.findFirstOrThrow({ where: { productId: params.id } });
    return { params, body: { version: 1, images: [{ url, altText: "De face", isPrimary: true }] } };
  },
  "PATCH /api/admin/products/{id}/images/{imageId}": async () => {
    const { params } = await buildProductParams();
    const { key } = await db.productImage.findFirstOrThrow({ where: { productId: params.id } });
    return { params: { ...params, imageId: key }, body: { version: 1, altText: "De dos" } };
  },
  "DELETE /api/admin/products/{id}/images/{imageId}": async () => {
    const { params } = await buildProductParams({ status: "DRAFT" });
    const { key } = await db.productImage.findFirstOrThrow({ where: { productId: params.id } });
    return { params: { ...params, imageId: key }, query: "version=1" };
  },
  "POST /api/admin/products/bulk/changes": async () => {
    const { id } = await buildProduct();
    // Scheduled, so that the job writes no further audit entries.
    const scheduledAt = new Date(Date.now() + 86_400_000).toISOString();
    return { body: { selection: { ids: [id] }, changes: { isNew: true }, scheduledAt } };
  },
  "POST /api/admin/operations/{id}/undo": async (owner) => {
    const { id } = await buildOperation(owner.id, { state: "APPLIED", changed: 1 });
    return { params: { id } };
  },
  "POST /api/admin/operations/{id}/cancel": async (owner) => {
    const { id } = await buildOperation(owner.id, { state: "SCHEDULED" });
    return { params: { id } };
  },
  "POST /api/admin/imports": async () => {
    const body = new FormData();
    body.set("file", new File(["Référence;Nom\nA1;Évier"], "produits.csv"));
    return { body };
  },
  "POST /api/admin/imports/{id}/check": async (owner) => {
    const { operation, mapping, options } = await uploadFile(owner, "Référence;Nom\nA1;Évier");
    return { params: { id: operation.id }, body: { mapping, options } };
  },
  "POST /api/admin/imports/{id}/images": async (owner) => {
    const { operation } = await uploadFile(owner, "Référence;Nom\nA1;Évier");
    const { url } = await buildUpload();
    return { params: { id: operation.id }, body: { images: [{ name: "evier.jpg", url }] } };
  },
  "POST /api/admin/imports/{id}/apply": async (owner) => {
    const { operation } = await checkFile(owner, "Référence;Nom\nB1;Évier", { onError: "skip" });
    return { params: { id: operation.id } };
  },
  "POST /api/admin/products/bulk": async (owner) => {
    const { id } = await createPublishedProduct(owner);
    return { body: { selection: { ids: [id] }, action: "unpublish" } };
  },
};

import { createIdempotencyKey } from "@/app/admin/_components/idempotency-key";
import type { ProductBody } from "@/app/admin/(signed-in)/products/_form/save/product-body";
import type {
  BulkEdit,
  BulkResult,
  ProductForEdit,
  RestoredProduct,
  SavedProduct,
} from "@/domain/catalogue/products/schema";
import { api } from "@/lib/http/api-client";

const PRODUCTS = "/api/admin/products";

export function patchProduct(id: string, body: object): Promise<SavedProduct> {
  return api<SavedProduct>(`${PRODUCTS}/${id}`, { method: "PATCH", body });
}

export function trashProduct(id: string): Promise<unknown> {
  return api(`${PRODUCTS}/${id}`, { method: "DELETE" });
}

export function restoreProduct(id: string): Promise<unknown> {
  return api(`${PRODUCTS}/${id}/restore`, { method: "POST" });
}

export function purgeProduct(id: string): Promise<unknown> {
  return api(`${PRODUCTS}/${id}/permanent`, { method: "DELETE" });
}

export function duplicateProduct(id: string): Promise<ProductForEdit> {
  return api<ProductForEdit>(`${PRODUCTS}/${id}/duplicate`, { method: "POST" });
}

export function restoreVersion(id: string, version: number): Promise<RestoredProduct> {
  return api<RestoredProduct>(`${PRODUCTS}/${id}/versions/${version}/restore`, { method: "POST" });
}

export function bulkEditProducts(body: BulkEdit): Promise<BulkResult> {
  return api<BulkResult>(`${PRODUCTS}/bulk`, { method: "POST", body });
}

/** Returns a function that creates a product. A retry with the same body reuses the idempotency key; a changed body gets a new one. */
export function createProductSender() {
  let attempt = { text: "", key: "" };
  return async (body: ProductBody): Promise<ProductForEdit> => {
    const text = JSON.stringify(body);
    if (attempt.text !== text) attempt = { text, key: createIdempotencyKey() };
    const saved = await api<SavedProduct>(PRODUCTS, {
      method: "POST",
      body,
      idempotencyKey: attempt.key,
    });
    return saved.product;
  };
}

import { toastSuccess } from "@/app/admin/_components/toast";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { whyHidden } from "./why-hidden";

/** Leads to the page in the shop, or says why customers do not see it. */
export function toastPublished(
  message: string,
  product: ProductForEdit,
  undo: (() => unknown) | undefined,
): void {
  const { slug } = product.shop;
  const reason = whyHidden(product);
  toastSuccess(reason === null ? message : `${message}. ${reason}`, {
    ...(undo && { undo }),
    ...(slug !== null && { page: `/produit/${slug}` }),
  });
}

import { toastSuccess } from "@/app/admin/_components/toast";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { getHiddenReason } from "./hidden-reason";

/** Leads to the page in the shop, or says why customers do not see it. */
export function toastPublished(
  message: string,
  product: ProductForEdit,
  undo: (() => unknown) | undefined,
): void {
  const { slug } = product.shop;
  const reason = getHiddenReason(product);
  toastSuccess(reason === null ? message : `${message}. ${reason}`, {
    ...(undo && { undo }),
    ...(slug !== null && { page: `/produit/${slug}` }),
  });
}

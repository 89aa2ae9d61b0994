import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { getHiddenReason } from "./hidden-reason";

/** Links to the product page in the shop, or states why customers do not see the product. */
export function toastPublished(
  message: string,
  product: ProductForEdit,
  undo: (() => unknown) | undefined,
): void {
  const { slug } = product.shop;
  const reason = getHiddenReason(product);
  toastSuccess(reason === null ? message : `${message}. ${reason}`, {
    undo,
    page: slug === null ? undefined : `/produit/${slug}`,
  });
}

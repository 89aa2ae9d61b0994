import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { formatDateTime } from "@/lib/format/format";

type Visibility = Pick<
  ProductForEdit,
  "shop" | "status" | "deletedAt" | "publishAt" | "unpublishAt"
>;

/** Explains why customers do not see a published product. Null if they see it or if its status already explains it. */
export function getHiddenReason(product: Visibility, now = Date.now()): string | null {
  const { shop, status, deletedAt, publishAt, unpublishAt } = product;
  if (shop.slug !== null || status !== "ACTIVE" || deletedAt !== null) return null;
  if (shop.hiddenCategory !== null) {
    return `Pas visible : la catégorie « ${shop.hiddenCategory} » est masquée.`;
  }
  return unpublishAt !== null && Date.parse(unpublishAt) <= now
    ? `Pas visible : la publication a pris fin le ${formatDateTime(unpublishAt)}.`
    : `Pas visible avant le ${formatDateTime(publishAt)}.`;
}

import "server-only";
import { listCategoryTree } from "@/domain/catalogue/categories/queries";
import { type CategoryOption, toCategoryOptions } from "./category-option";

/** Lists all categories in tree order, including hidden ones. */
export async function listCategoryOptions(): Promise<CategoryOption[]> {
  return toCategoryOptions(await listCategoryTree());
}

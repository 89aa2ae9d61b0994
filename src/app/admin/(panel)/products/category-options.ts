import "server-only";
import { listStaffCategories } from "@/domain/catalogue/categories/queries";
import { type CategoryOption, toCategoryOptions } from "./category-option";

/** All categories, parents before their children, those that customers do not see too. */
export async function listCategoryOptions(): Promise<CategoryOption[]> {
  return toCategoryOptions(await listStaffCategories());
}

import { inTreeOrder } from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { toIndentedLabel } from "../products/category-option";

interface Props {
  categories: readonly StaffCategory[];
  without: ReadonlySet<string>;
  /** How many levels stand below what is to be put there; those too deep are left out. */
  deepest: number;
}

/** The categories as options of a select. */
export function CategoryOptionList({ categories, without, deepest }: Props) {
  return inTreeOrder(categories)
    .filter(({ id, depth }) => !without.has(id) && depth <= deepest)
    .map((category) => (
      <option key={category.id} value={category.id}>
        {toIndentedLabel(category)}
      </option>
    ));
}

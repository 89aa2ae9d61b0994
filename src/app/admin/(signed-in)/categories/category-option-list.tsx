import { sortInTreeOrder } from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { toIndentedLabel } from "../products/category-option";

interface Props {
  categories: readonly StaffCategory[];
  /** Ids to leave out. */
  without: ReadonlySet<string>;
  /** Categories deeper than this are left out; 0 is the top level. */
  maxDepth: number;
}

export function CategoryOptionList({ categories, without, maxDepth }: Props) {
  return sortInTreeOrder(categories)
    .filter(({ id, depth }) => !without.has(id) && depth <= maxDepth)
    .map((category) => (
      <option key={category.id} value={category.id}>
        {toIndentedLabel(category)}
      </option>
    ));
}

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";

/** The server sorts and paginates; the table keeps selection and column visibility. */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
});

export const columnHelper = createColumnHelper<typeof features, StaffProductRow>();

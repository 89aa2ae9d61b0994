import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";

/** Sorting and pages are the server's; the table keeps what is chosen and what is shown. */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
});

export const columnHelper = createColumnHelper<typeof features, StaffProductRow>();

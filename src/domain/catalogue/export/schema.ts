import { z } from "zod";
import { StaffProductFilters } from "../products/schema";

export const ProductExportQuery = z.strictObject({
  ...StaffProductFilters.shape,
  format: z.enum(["csv", "xlsx"], "Choisissez csv ou xlsx."),
});
export type ProductExportQuery = z.infer<typeof ProductExportQuery>;

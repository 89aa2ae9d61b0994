import { z } from "zod";
import { recordProductExport } from "@/domain/catalogue/export/commands";
import { exportProducts } from "@/domain/catalogue/export/queries";
import { ProductExportQuery } from "@/domain/catalogue/export/schema";
import { defineRoute } from "@/lib/http/define-route";
import { downloadResponse } from "@/lib/spreadsheet/download-response";

export const GET = defineRoute({
  summary:
    "Products that match the filters of the list as a CSV or Excel file, one row for each variation",
  access: "products.read",
  query: ProductExportQuery,
  response: z.string(),
  handle: async ({ actor, query }) => {
    const file = await exportProducts(query);
    await recordProductExport(actor, query);
    return downloadResponse(file, { name: "produits", format: query.format });
  },
});

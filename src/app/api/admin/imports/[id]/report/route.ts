import { z } from "zod";
import { getReportHeader, streamReportRows } from "@/domain/catalogue/import/report-queries";
import { ReportQuery } from "@/domain/catalogue/import-rows/schema";
import { OperationId } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";
import { downloadResponse } from "@/lib/spreadsheet/download-response";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

export const GET = defineRoute({
  summary: "The rows of an import in their order, with the columns Statut and Erreurs",
  access: "products.read",
  params: OperationId,
  query: ReportQuery,
  response: z.string(),
  handle: async ({ params, query: { format } }) => {
    const header = await getReportHeader(params.id);
    const parts = streamReportRows(params.id);
    const file =
      format === "csv"
        ? writeCsv({ header, parts })
        : writeXlsx({ sheetName: "Import", header, parts });
    return downloadResponse(file, { name: "import", format });
  },
});

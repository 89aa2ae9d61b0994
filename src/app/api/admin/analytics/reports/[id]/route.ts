import { getReportResult } from "@/domain/analytics/custom/queries";
import { ReportResult } from "@/domain/analytics/custom/schema";
import { findReport, findSegmentFilter } from "@/domain/analytics/definitions/queries";
import { RecordParams } from "@/domain/catalogue/products/input";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Count a saved report",
  access: "analytics.read",
  params: RecordParams,
  response: ReportResult,
  handle: async ({ params }) => {
    const report = await findReport(params.id);
    if (!report) throw new AppError("NOT_FOUND");
    const segment = await findSegmentFilter(report.definition.segment);
    return getReportResult(report.definition, { segment });
  },
});

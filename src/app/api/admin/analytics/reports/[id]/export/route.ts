import { z } from "zod";
import { DIMENSION_LABELS, MEASURE_LABELS } from "@/domain/analytics/custom/labels";
import { getReportResult } from "@/domain/analytics/custom/queries";
import { findReport, findSegmentFilter } from "@/domain/analytics/definitions/queries";
import { RecordParams } from "@/domain/catalogue/products/input";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";
import { csvResponse } from "../../../csv-response";

export const GET = defineRoute({
  summary: "A saved report as a CSV file",
  access: "analytics.read",
  params: RecordParams,
  response: z.string(),
  handle: async ({ params }) => {
    const report = await findReport(params.id);
    if (!report) throw new AppError("NOT_FOUND");
    const { dimension, measure, segment } = report.definition;
    const { rows } = await getReportResult(report.definition, {
      segment: await findSegmentFilter(segment),
    });
    return csvResponse(
      "rapport",
      [DIMENSION_LABELS[dimension], "Valeur", MEASURE_LABELS[measure]],
      rows.map(({ value, label, count }) => [label ?? value, value, count]),
    );
  },
});

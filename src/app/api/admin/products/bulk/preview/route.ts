import { previewBulkChange } from "@/domain/catalogue/bulk/preview-queries";
import { BulkPreview, BulkPreviewInput } from "@/domain/catalogue/bulk/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Calculate a bulk change without making it",
  access: "products.import",
  body: BulkPreviewInput,
  response: BulkPreview,
  handle: ({ body }) => previewBulkChange(body),
});

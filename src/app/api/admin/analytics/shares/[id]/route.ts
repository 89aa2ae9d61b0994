import { z } from "zod";
import { revokeShare } from "@/domain/analytics/shares/commands";
import { RecordParams } from "@/domain/catalogue/products/input";
import { defineRoute } from "@/lib/http/define-route";

export const DELETE = defineRoute({
  summary: "Close a link to figures",
  access: "analytics.write",
  params: RecordParams,
  response: z.null(),
  handle: ({ actor, params }) => revokeShare(actor, params.id),
});

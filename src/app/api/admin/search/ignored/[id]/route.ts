import { z } from "zod";
import { RecordParams } from "@/domain/catalogue/products/input";
import { restoreSearch } from "@/domain/search/report/commands";
import { defineRoute } from "@/lib/http/define-route";

export const DELETE = defineRoute({
  summary: "Put an ignored search back into the list of searches without result",
  access: "search.write",
  params: RecordParams,
  response: z.null(),
  handle: ({ actor, params }) => restoreSearch(actor, params.id),
});

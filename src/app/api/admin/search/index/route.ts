import { z } from "zod";
import { requestRebuild } from "@/domain/search/meilisearch/commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Index all products again on the Meilisearch server",
  access: "search.write",
  response: z.null(),
  handle: ({ actor }) => requestRebuild(actor),
});

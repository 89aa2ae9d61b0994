import { z } from "zod";
import { rollUp } from "@/domain/analytics/rollup/commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Sum up the events of visitors, and count the views of products",
  access: "cron",
  response: z.strictObject({ days: z.int(), products: z.int() }),
  handle: () => rollUp(),
});

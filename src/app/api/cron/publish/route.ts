import { PublishRun } from "@/domain/catalogue/products/schema";
import { runPublishing } from "@/domain/catalogue/publication/commands";
import { invalidate } from "@/lib/cache/cache";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Refresh what products' dates changed; purge the trash of 60 days ago",
  access: "cron",
  answers: PublishRun,
  handle: async () => {
    const run = await runPublishing();
    if (run.shown + run.hidden + run.purged > 0) invalidate(["catalogue"]);
    return run;
  },
});

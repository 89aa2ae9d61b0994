import { z } from "zod";
import { PublishRun } from "@/domain/catalogue/products/schema";
import { runPublishing } from "@/domain/catalogue/publication/commands";
import { deleteStalePresences } from "@/domain/staff/retention-commands";
import { invalidate } from "@/lib/cache/cache";
import { defineRoute } from "@/lib/http/define-route";
import { deleteExpiredIdempotencyKeys } from "@/lib/http/idempotency";

const Answer = PublishRun.extend({ keys: z.int(), presences: z.int() });

export const GET = defineRoute({
  summary: "Refresh the pages that a publication date changed; purge products trashed 60 days ago",
  access: "cron",
  response: Answer,
  handle: async () => {
    const run = await runPublishing();
    if (run.shown + run.hidden + run.purged > 0) invalidate(["catalogue"]);
    const [keys, presences] = await Promise.all([
      deleteExpiredIdempotencyKeys(),
      deleteStalePresences(),
    ]);
    return { ...run, keys, presences };
  },
});

import { z } from "zod";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { queueWeeklyFigures } from "@/domain/analytics/weekly/commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Queue the weekly mail of figures to the owner, once per week",
  access: "cron",
  response: z.strictObject({ isQueued: z.boolean() }),
  handle: async () => {
    const isQueued = await queueWeeklyFigures();
    if (isQueued) wakeOutbox();
    return { isQueued };
  },
});

import { wakeOutbox } from "@/app/api/wake-outbox";
import { CampaignRun } from "@/domain/campaigns/schema";
import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Start campaigns that are due and hand over the next batches of those that run",
  access: "cron",
  response: CampaignRun,
  handle: async () => {
    const run = await runCampaigns();
    wakeOutbox();
    return run;
  },
});

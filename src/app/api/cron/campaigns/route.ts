import { wakeOutbox } from "@/app/api/wake-outbox";
import { CampaignRun } from "@/domain/campaigns/schema";
import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Start due campaigns and send the next batches of running ones",
  access: "cron",
  response: CampaignRun,
  handle: async () => {
    const run = await runCampaigns();
    wakeOutbox();
    return run;
  },
});

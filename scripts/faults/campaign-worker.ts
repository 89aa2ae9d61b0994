import { setTimeout as pause } from "node:timers/promises";
import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";

/** The worker on its own, until somebody ends it: what the kill tests kill. */
console.log("ready");
for (;;) {
  const { batches } = await runCampaigns(30);
  if (batches === 0) await pause(200);
}

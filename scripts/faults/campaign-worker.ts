import { setTimeout as pause } from "node:timers/promises";
import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";

/** Runs the campaign worker until it is killed, by the kill tests. */
console.log("ready");
for (;;) {
  const { batches } = await runCampaigns(30);
  if (batches === 0) await pause(200);
}

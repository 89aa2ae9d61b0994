import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";
import { afterResponse } from "@/lib/http/after-response";
import { wakeOutbox } from "./wake-outbox";

let isRunning = false;

/** Sends batches after the response. One run per process, since all runs share the limit of two provider calls per second. */
export function wakeCampaigns(): void {
  afterResponse(async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await runCampaigns();
    } finally {
      isRunning = false;
    }
    wakeOutbox();
  });
}

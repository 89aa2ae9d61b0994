import { runCampaigns } from "@/domain/campaigns/sending/worker-commands";
import { afterResponse } from "@/lib/http/after-response";
import { wakeOutbox } from "./wake-outbox";

let isRunning = false;

/** Hands batches over once the response is out. One run a process: more would wait for the same two calls a second. */
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

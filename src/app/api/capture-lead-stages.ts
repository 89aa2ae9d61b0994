import "server-only";
import { claimLeadStages } from "@/domain/messaging/leads/capture-commands";
import { afterResponse } from "@/lib/http/after-response";
import { isPostHogUsed, sendEvent } from "@/lib/posthog/server";

/** Call after a change of leads: sends their new stages to PostHog, for people who accepted it. */
export function captureLeadStages(): void {
  if (!isPostHogUsed()) return;
  afterResponse(async () => {
    for (const { personId, event, ...properties } of await claimLeadStages()) {
      await sendEvent(personId, event, properties);
    }
  });
}

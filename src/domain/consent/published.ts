import "server-only";
import { getFeatures } from "@/domain/settings/published";
import { env } from "@/lib/env";
import { type ConsentWording, POSTHOG_WORDING, VISITS_WORDING } from "./wordings";

/** The text that people are asked to agree to; null when the shop does nothing that needs consent. */
export async function getConsentWording(isExperimenting: boolean): Promise<ConsentWording | null> {
  if (env.NEXT_PUBLIC_POSTHOG_KEY) return POSTHOG_WORDING;
  return isExperimenting || (await getFeatures()).returningVisitors ? VISITS_WORDING : null;
}

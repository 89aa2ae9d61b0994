import { listRunningExperiments } from "@/domain/analytics/experiments/published";
import { getConsentWording } from "@/domain/consent/published";

/** The text of the banner; null when the shop does nothing that needs consent. */
export async function getAskedWording() {
  return getConsentWording((await listRunningExperiments()).length > 0);
}

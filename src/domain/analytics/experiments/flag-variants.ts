import "server-only";
import { findFlag } from "@/lib/posthog/flags";
import type { Experiment } from "./schema";

/** The names that the variants of a feature flag must have in PostHog. */
export const FLAG_VARIANTS: readonly string[] = ["control", "test", "test-2", "test-3"];

/** The variant that PostHog's feature flag gives a person; null where it gives none of the experiment's, or does not answer. */
export async function findFlagVariant(
  { flagKey, variants }: Pick<Experiment, "flagKey"> & { variants: readonly unknown[] },
  personId: string,
): Promise<number | null> {
  const name = flagKey && (await findFlag(personId, flagKey));
  const variant = FLAG_VARIANTS.indexOf(name ?? "");
  return variant >= 0 && variant <= variants.length ? variant : null;
}

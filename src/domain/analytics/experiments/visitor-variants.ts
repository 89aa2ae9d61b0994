import "server-only";
import { buildCookie } from "@/domain/consent/cookies";
import { CONSENT_SECONDS, findCookie } from "@/domain/consent/rules";
import { joinCodes } from "@/lib/cache/variant-codes";
import { VARIANTS_COOKIE } from "@/lib/cache/variants-cookie";
import type { NewEvent } from "../buffer-commands";
import { assignVariant, getExposureId, getVariantCode } from "./assignment";
import { findFlagVariant } from "./flag-variants";
import { listRunningExperiments } from "./published";
import type { Experiment } from "./schema";

interface Assigned {
  experiment: Experiment;
  variant: number;
  code: string;
}

/** The variants of a person in the running experiments; without those that PostHog does not know. */
export async function listVariants(personId: string): Promise<Assigned[]> {
  const running = await listRunningExperiments();
  const assigned = await Promise.all(
    running.map(async (experiment) => ({
      experiment,
      variant: await findVariant(experiment, personId),
    })),
  );
  return assigned.flatMap(({ experiment, variant }) =>
    variant === null ? [] : [{ experiment, variant, code: getVariantCode(experiment, variant) }],
  );
}

async function findVariant(experiment: Experiment, personId: string): Promise<number | null> {
  if (experiment.source === "OWN") return assignVariant(experiment, personId);
  return findFlagVariant(experiment, personId);
}

/** Builds the `Set-Cookie` value with which the browser asks for the pages of these variants; null when it has it. */
export function buildVariantsCookie(headers: Headers, assigned: readonly Assigned[]) {
  const value = joinCodes(assigned.map(({ code }) => code));
  const present = findCookie(headers.get("cookie") ?? "", VARIANTS_COOKIE) ?? "";
  return value === present
    ? null
    : buildCookie(VARIANTS_COOKIE, value, value ? CONSENT_SECONDS : 0);
}

/** The event of a person who saw a variant; null where it is not theirs. */
export function toExposure(
  code: string,
  personId: string,
  assigned: readonly Assigned[],
): Pick<NewEvent, "id" | "eventType" | "metadata"> | null {
  const own = assigned.find((candidate) => candidate.code === code);
  if (!own) return null;
  const { experiment, variant } = own;
  return {
    id: getExposureId(experiment.id, personId),
    eventType: "exposure",
    metadata: { experiment: experiment.id, variant },
  };
}

import { createHash } from "node:crypto";
import { toVariantCode } from "@/lib/cache/variant-codes";
import { MAX_RUN_DAYS } from "./schema";
import { SLOT_LETTERS, type Slot } from "./slots";

/** What is needed to assign a person. */
interface AssignedExperiment {
  id: string;
  number: number;
  slot: Slot;
  variants: readonly unknown[];
}

/** The variant of a person: always the same, and independent of that in other experiments. 0 is the control. */
export function assignVariant({ id, variants }: AssignedExperiment, personId: string): number {
  const digest = createHash("sha256").update(`${id}:${personId}`).digest();
  return Math.floor((digest.readUIntBE(0, 6) / 2 ** 48) * (variants.length + 1));
}

export function getVariantCode(
  { slot, number }: Pick<AssignedExperiment, "slot" | "number">,
  variant: number,
): string {
  return toVariantCode(SLOT_LETTERS[slot], number, variant);
}

/** The id of the event that says that a person saw a variant, so that there is one of each person. */
export function getExposureId(experimentId: string, personId: string): string {
  const digest = createHash("sha256").update(`exposure:${experimentId}:${personId}`).digest();
  return digest.toString("base64url");
}

export function hasRunOut(startedAt: string | Date, now: Date): boolean {
  return now.getTime() - new Date(startedAt).getTime() >= MAX_RUN_DAYS * 86_400_000;
}

import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findExperiment } from "./queries";
import type { Experiment } from "./schema";
import { nameVariant, summarizeVariants } from "./summary";

/** What all commands of experiments share. */
export const AUDIT_ENTITY = { entityType: "Experiment" } as const;

export const refuse = (message: string) => new AppError("CONFLICT", { message });

export async function writeExperiment(
  tx: Transaction,
  id: string,
  data: Prisma.ExperimentUpdateInput,
): Promise<Experiment> {
  await tx.experiment.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  return getExperiment(tx, id);
}

export async function lockVersion(
  tx: Transaction,
  id: string,
  version: number | undefined,
): Promise<Experiment> {
  const stored = await lockExperiment(tx, id);
  await assertCurrentVersion(tx, {
    seen: version,
    present: stored.version,
    entries: { ...AUDIT_ENTITY, entityId: id },
    getCurrent: () => stored,
    message: (editor) => `${editor} l'a modifié entre-temps.`,
  });
  return stored;
}

/** Locks all: the rules compare an experiment with the others. */
export async function lockExperiment(tx: Transaction, id: string): Promise<Experiment> {
  await tx.$executeRaw`LOCK TABLE "Experiment" IN SHARE ROW EXCLUSIVE MODE`;
  return getExperiment(tx, id);
}

export async function getExperiment(tx: Transaction, id: string): Promise<Experiment> {
  const experiment = await findExperiment(id, tx);
  if (!experiment) throw new AppError("NOT_FOUND", { message: "Cet essai n'existe plus." });
  return experiment;
}

export function toAuditFields(experiment: Experiment) {
  const { name, slot, goal, baseline, effect, horizon, source, flagKey, state, winner } =
    experiment;
  return {
    name,
    slot,
    variants: summarizeVariants(experiment),
    goal,
    baseline,
    effect,
    horizon,
    source,
    flagKey,
    state,
    winner: winner === null ? null : nameVariant(winner),
  };
}

import "server-only";
import { findLastEditor } from "@/domain/audit/queries";
import { audited } from "@/domain/audit/tx-commands";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { flushEvents } from "../buffer-commands";
import { hasRunOut } from "./assignment";
import {
  AUDIT_ENTITY,
  lockExperiment,
  lockVersion,
  refuse,
  toAuditFields,
  writeExperiment,
} from "./record-commands";
import { countVariants } from "./result-queries";
import { type Experiment, type ExperimentAction, MAX_RUNNING } from "./schema";

const AUDIT_ACTIONS = {
  start: "start_experiment",
  stop: "stop_experiment",
  declare: "decide_experiment",
  revert: "revert_experiment",
} as const;

/**
 * Starts or stops an experiment, declares its winner, or takes this back.
 * @throws PRECONDITION_REQUIRED; NOT_FOUND; CONFLICT for a stale version, or an action that is not possible now
 */
export function actOnExperiment(
  actor: Actor,
  id: string,
  action: ExperimentAction,
): Promise<Experiment> {
  const entry = { ...AUDIT_ENTITY, action: AUDIT_ACTIONS[action.action], entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const stored = await lockVersion(tx, id, action.version);
    const result = await writeExperiment(tx, id, await plan(tx, stored, action));
    return {
      result,
      entityLabel: result.name,
      before: toAuditFields(stored),
      after: toAuditFields(result),
    };
  });
}

/**
 * Stops the experiments whose time has run out, before their events are deleted. The audit entries name who started them, as those of
 * other jobs do.
 */
export async function stopExpiredExperiments(now = new Date()): Promise<{ stopped: number }> {
  const running = await db.experiment.findMany({
    where: { state: "RUNNING" },
    select: { id: true, startedAt: true },
  });
  const expired = running.filter(({ startedAt }) => startedAt && hasRunOut(startedAt, now));
  let stopped = 0;
  for (const { id } of expired) stopped += (await stopExpired(id)) ? 1 : 0;
  return { stopped };
}

/** Returns false where it was stopped before. */
async function stopExpired(id: string): Promise<boolean> {
  const ofExperiment = { ...AUDIT_ENTITY, entityId: id };
  const starter = await findLastEditor({ ...ofExperiment, action: AUDIT_ACTIONS.start });
  if (!starter) throw new Error("an experiment runs that was not started by a command");
  const actor = { ...starter, requestId: id, ipHash: null, userAgent: null };
  return audited(actor, { ...ofExperiment, action: "expire_experiment" }, async (tx) => {
    const stored = await lockExperiment(tx, id);
    if (stored.state !== "RUNNING") return { result: false, isUnchanged: true };
    const stopped = await writeExperiment(tx, id, await planStop(stored));
    return {
      result: true,
      entityLabel: stopped.name,
      before: toAuditFields(stored),
      after: toAuditFields(stopped),
    };
  });
}

async function plan(
  tx: Transaction,
  stored: Experiment,
  action: ExperimentAction,
): Promise<Prisma.ExperimentUpdateInput> {
  switch (action.action) {
    case "start":
      return planStart(tx, stored);
    case "stop":
      return planStop(stored);
    case "declare":
      return planDecision(tx, stored, action.winner);
    case "revert":
      if (stored.winner === null) throw refuse("Aucune version n'est retenue.");
      await assertSlotIsFree(tx, stored);
      return { winner: null, decidedAt: null };
  }
}

async function planStart(tx: Transaction, { state, slot }: Experiment) {
  if (state !== "DRAFT") throw refuse("Cet essai a déjà été lancé.");
  await assertSlotIsFree(tx, { slot });
  // Each experiment multiplies the documents of a page.
  if ((await tx.experiment.count({ where: { state: "RUNNING" } })) >= MAX_RUNNING) {
    throw refuse(`${MAX_RUNNING} essais au plus en même temps. Arrêtez-en un d'abord.`);
  }
  return { state: "RUNNING", startedAt: new Date() } as const;
}

async function planStop(stored: Experiment) {
  const { state, startedAt } = stored;
  if (state !== "RUNNING" || !startedAt) throw refuse("Cet essai n'est pas en cours.");
  await flushEvents();
  const stoppedAt = new Date();
  const counts = await countVariants({ ...stored, startedAt, stoppedAt });
  return { state: "STOPPED", stoppedAt, counts } as const;
}

async function planDecision(tx: Transaction, stored: Experiment, winner: number) {
  if (stored.state !== "STOPPED") throw refuse("Arrêtez d'abord cet essai.");
  if (winner > stored.variants.length) {
    throw new AppError("VALIDATION_ERROR", { details: { winner: "Cette version n'existe pas." } });
  }
  if (winner === stored.winner) throw refuse("Cette version est déjà retenue.");
  await assertSlotIsFree(tx, stored);
  return { winner, decidedAt: new Date() };
}

/** A running experiment is compared with what the slot shows, so this must not change before the experiment ends. */
async function assertSlotIsFree(tx: Transaction, { slot }: Pick<Experiment, "slot">) {
  const running = await tx.experiment.findFirst({ where: { slot, state: "RUNNING" } });
  if (running) {
    throw refuse(
      `L'essai « ${running.name} » est en cours au même emplacement. Arrêtez-le d'abord.`,
    );
  }
}

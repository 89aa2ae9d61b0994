import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { isSameJson } from "@/lib/same-json";
import { toNameError } from "../name-error";
import {
  AUDIT_ENTITY,
  getExperiment,
  lockExperiment,
  lockVersion,
  refuse,
  toAuditFields,
  writeExperiment,
} from "./record-commands";
import { getSampleSize } from "./sample-size";
import type { Experiment, ExperimentInput, ExperimentPatch } from "./schema";
import { getQuantiles } from "./statistics";

const MAX_EXPERIMENTS = 100;

/** @throws CONFLICT where the name exists, or the list is full */
export function createExperiment(actor: Actor, input: ExperimentInput): Promise<Experiment> {
  const entry = { ...AUDIT_ENTITY, action: "create_experiment", entityLabel: input.name } as const;
  return audited(actor, entry, async (tx) => {
    if ((await tx.experiment.count()) >= MAX_EXPERIMENTS) {
      throw refuse("Cette liste est pleine. Supprimez les essais qui ne servent plus.");
    }
    const { id } = await tx.experiment.create({ data: toColumns(input), select: { id: true } });
    const result = await getExperiment(tx, id);
    return { result, entityId: id, before: null, after: toAuditFields(result) };
  }).catch(toNameError);
}

/**
 * Changes a draft. Of an experiment that was started only the name changes.
 * @throws PRECONDITION_REQUIRED; NOT_FOUND; CONFLICT for a stale version, a name that exists, or a change that would make the result wrong
 */
export function updateExperiment(
  actor: Actor,
  id: string,
  { version, ...input }: ExperimentPatch,
): Promise<Experiment> {
  const entry = { ...AUDIT_ENTITY, action: "update_experiment", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const stored = await lockVersion(tx, id, version);
    const isDraft = stored.state === "DRAFT";
    const columns = isDraft ? toColumns(input) : { ...toColumns(input), horizon: stored.horizon };
    if (isSameJson({ ...stored, ...columns }, stored)) {
      return { result: stored, isUnchanged: true };
    }
    if (!isDraft && !isSameJson({ ...stored, ...columns, name: "" }, { ...stored, name: "" })) {
      throw refuse("Un essai lancé ne change plus, sauf son nom. Arrêtez-le et créez-en un autre.");
    }
    const result = await writeExperiment(tx, id, columns);
    return {
      result,
      entityLabel: result.name,
      before: toAuditFields(stored),
      after: toAuditFields(result),
    };
  }).catch(toNameError);
}

/** @throws NOT_FOUND; CONFLICT while it runs or customers see its winner */
export function deleteExperiment(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_experiment", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const stored = await lockExperiment(tx, id);
    if (stored.state === "RUNNING") throw refuse("Arrêtez d'abord cet essai.");
    if (stored.winner !== null) {
      throw refuse("Les clients voient la version retenue. Revenez d'abord à la version d'avant.");
    }
    await tx.experiment.delete({ where: { id }, select: { id: true } });
    return {
      result: null,
      entityLabel: stored.name,
      before: toAuditFields(stored),
      after: null,
    };
  });
}

function toColumns(input: ExperimentInput) {
  const { baseline, effect, flagKey, variants } = input;
  const horizon = getSampleSize(baseline / 100, effect / 100, getQuantiles(variants.length));
  return { ...input, horizon, source: flagKey === null ? "OWN" : "POSTHOG" } as const;
}

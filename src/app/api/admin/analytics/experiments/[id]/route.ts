import { z } from "zod";
import { deleteExperiment, updateExperiment } from "@/domain/analytics/experiments/commands";
import { findExperiment, getExperimentResult } from "@/domain/analytics/experiments/queries";
import {
  Experiment,
  ExperimentPatch,
  ExperimentResult,
} from "@/domain/analytics/experiments/schema";
import { RecordParams } from "@/domain/catalogue/products/input";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Get an experiment with its result",
  access: "analytics.read",
  params: RecordParams,
  response: z.strictObject({ experiment: Experiment, result: ExperimentResult }),
  handle: async ({ params }) => {
    const experiment = await findExperiment(params.id);
    if (!experiment) throw new AppError("NOT_FOUND");
    return { experiment, result: await getExperimentResult(experiment) };
  },
});

export const PATCH = defineRoute({
  summary: "Edit an experiment; after its start only its name",
  access: "analytics.write",
  params: RecordParams,
  body: ExperimentPatch,
  response: Experiment,
  invalidates: ["experiments"],
  handle: ({ actor, params, body }) => updateExperiment(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete an experiment that neither runs nor decides what customers see",
  access: "analytics.write",
  params: RecordParams,
  response: z.null(),
  invalidates: ["experiments"],
  handle: ({ actor, params }) => deleteExperiment(actor, params.id),
});

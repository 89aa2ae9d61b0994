import { z } from "zod";
import { createExperiment } from "@/domain/analytics/experiments/commands";
import { listExperiments } from "@/domain/analytics/experiments/queries";
import { Experiment, ExperimentInput } from "@/domain/analytics/experiments/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the experiments",
  access: "analytics.read",
  response: z.array(Experiment),
  handle: () => listExperiments(),
});

export const POST = defineRoute({
  summary: "Create an experiment as a draft",
  access: "analytics.write",
  body: ExperimentInput,
  response: Experiment,
  status: 201,
  invalidates: ["experiments"],
  handle: ({ actor, body }) => createExperiment(actor, body),
});

import { actOnExperiment } from "@/domain/analytics/experiments/action-commands";
import { Experiment, ExperimentAction } from "@/domain/analytics/experiments/schema";
import { RecordParams } from "@/domain/catalogue/products/input";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Start or stop an experiment, declare its winner, or take this back",
  access: "analytics.write",
  params: RecordParams,
  body: ExperimentAction,
  response: Experiment,
  invalidates: ["experiments"],
  handle: ({ actor, params, body }) => actOnExperiment(actor, params.id, body),
});

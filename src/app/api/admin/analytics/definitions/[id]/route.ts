import { z } from "zod";
import { deleteDefinition, updateDefinition } from "@/domain/analytics/definitions/commands";
import { DefinitionPatch, SavedDefinition } from "@/domain/analytics/definitions/schema";
import { RecordParams } from "@/domain/catalogue/products/input";
import { defineRoute } from "@/lib/http/define-route";

export const PATCH = defineRoute({
  summary: "Edit a segment, a funnel, a report or a board",
  access: "analytics.write",
  params: RecordParams,
  body: DefinitionPatch,
  response: SavedDefinition,
  handle: ({ actor, params, body }) => updateDefinition(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete a segment, a funnel, a report or a board that nothing else uses",
  access: "analytics.write",
  params: RecordParams,
  response: z.null(),
  handle: ({ actor, params }) => deleteDefinition(actor, params.id),
});

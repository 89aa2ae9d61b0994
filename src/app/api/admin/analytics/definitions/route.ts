import { z } from "zod";
import { createDefinition } from "@/domain/analytics/definitions/commands";
import { listDefinitions } from "@/domain/analytics/definitions/queries";
import {
  DEFINITION_KINDS,
  DefinitionInput,
  SavedDefinition,
} from "@/domain/analytics/definitions/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the saved segments, funnels, reports or boards",
  access: "analytics.read",
  query: z.object({ kind: z.enum(DEFINITION_KINDS) }),
  response: z.array(SavedDefinition),
  handle: ({ query }) => listDefinitions(query.kind),
});

export const POST = defineRoute({
  summary: "Save a segment, a funnel, a report or a board",
  access: "analytics.write",
  body: DefinitionInput,
  response: SavedDefinition,
  status: 201,
  handle: ({ actor, body }) => createDefinition(actor, body),
});

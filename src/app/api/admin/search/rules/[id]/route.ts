import { z } from "zod";
import { RecordParams } from "@/domain/catalogue/products/input";
import { deleteQueryRule, updateQueryRule } from "@/domain/search/query-rules/commands";
import { QueryRule, QueryRulePatch } from "@/domain/search/query-rules/schema";
import { defineRoute } from "@/lib/http/define-route";

export const PATCH = defineRoute({
  summary: "Edit the rule of a search",
  access: "search.write",
  params: RecordParams,
  body: QueryRulePatch,
  response: QueryRule,
  handle: ({ actor, params, body }) => updateQueryRule(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete the rule of a search",
  access: "search.write",
  params: RecordParams,
  response: z.null(),
  handle: ({ actor, params }) => deleteQueryRule(actor, params.id),
});

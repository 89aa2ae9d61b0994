import { z } from "zod";
import { createQueryRule } from "@/domain/search/query-rules/commands";
import { listQueryRules } from "@/domain/search/query-rules/queries";
import { QueryRule, QueryRuleInput } from "@/domain/search/query-rules/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the rules for single searches",
  access: "search.read",
  response: z.array(QueryRule),
  handle: () => listQueryRules(),
});

export const POST = defineRoute({
  summary: "Pin or hide products in one search, or open a page instead of its results",
  access: "search.write",
  body: QueryRuleInput,
  response: QueryRule,
  status: 201,
  handle: ({ actor, body }) => createQueryRule(actor, body),
});

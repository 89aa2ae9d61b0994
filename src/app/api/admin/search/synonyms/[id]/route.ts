import { z } from "zod";
import { RecordParams } from "@/domain/catalogue/products/input";
import { deleteSynonym, updateSynonym } from "@/domain/search/synonyms/commands";
import { Synonym, SynonymPatch } from "@/domain/search/synonyms/schema";
import { defineRoute } from "@/lib/http/define-route";

export const PATCH = defineRoute({
  summary: "Edit a synonym",
  access: "search.write",
  params: RecordParams,
  body: SynonymPatch,
  response: Synonym,
  handle: ({ actor, params, body }) => updateSynonym(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete a synonym",
  access: "search.write",
  params: RecordParams,
  response: z.null(),
  handle: ({ actor, params }) => deleteSynonym(actor, params.id),
});

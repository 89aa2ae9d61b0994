import { z } from "zod";
import { createSynonym } from "@/domain/search/synonyms/commands";
import { listSynonyms } from "@/domain/search/synonyms/queries";
import { Synonym, SynonymInput } from "@/domain/search/synonyms/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the synonyms that staff added to the search",
  access: "search.read",
  response: z.array(Synonym),
  handle: () => listSynonyms(),
});

export const POST = defineRoute({
  summary: "Add a synonym",
  access: "search.write",
  body: SynonymInput,
  response: Synonym,
  status: 201,
  handle: ({ actor, body }) => createSynonym(actor, body),
});

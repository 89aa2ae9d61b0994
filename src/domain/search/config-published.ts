import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { LexiconEntry } from "./lexicon/entry";

interface QueryRuleConfig {
  /** As staff typed it; it applies to every search with the same folded text. */
  query: string;
  /** In their order. Products that no longer exist may be among them. */
  pinnedProductIds: string[];
  hiddenProductIds: string[];
  /** A path of the shop without its language. */
  redirectTo: string | null;
}

interface SearchConfig {
  synonyms: LexiconEntry[];
  rules: QueryRuleConfig[];
}

/** A text that changes with every change of the synonyms and rules. Only equality has a meaning. */
export const SEARCH_CONFIG_CHANGE = Prisma.sql`coalesce((SELECT "changed"::text FROM "SearchConfigChange"), '')`;

/** Reads what staff added to the search. */
export async function readSearchConfig(): Promise<SearchConfig> {
  const [synonyms, rules] = await Promise.all([
    db.searchSynonym.findMany({ select: { terms: true, finds: true } }),
    db.searchRule.findMany({
      select: { query: true, pinnedProductIds: true, hiddenProductIds: true, redirectTo: true },
    }),
  ]);
  return {
    synonyms: synonyms.map(({ terms, finds }) => (finds.length > 0 ? { terms, finds } : { terms })),
    rules,
  };
}

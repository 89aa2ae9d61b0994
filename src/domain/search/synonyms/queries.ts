import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { Synonym } from "./schema";

export const SYNONYM_SELECT = {
  id: true,
  version: true,
  terms: true,
  finds: true,
} as const satisfies Prisma.SearchSynonymSelect;

/** Lists the synonyms that staff added, the latest first. */
export function listSynonyms(): Promise<Synonym[]> {
  return db.searchSynonym.findMany({
    select: SYNONYM_SELECT,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}

import { randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { buildProduct } from "./build";
import type { MutationExample } from "./mutation-example";

/** A word of letters that no other test uses. */
export function newWord(): string {
  return randomUUID()
    .replace(/[^a-f]/g, "")
    .padEnd(6, "x");
}

export function buildSynonym(fields: Partial<Prisma.SearchSynonymCreateInput> = {}) {
  return db.searchSynonym.create({ data: { terms: [newWord()], finds: ["robinet"], ...fields } });
}

export function buildSearchRule(fields: Partial<Prisma.SearchRuleCreateInput> = {}) {
  return db.searchRule.create({
    data: { query: newWord(), redirectTo: "/catalogue/carrelage", ...fields },
  });
}

export function buildIgnoredSearch(query = newWord()) {
  return db.ignoredSearch.create({ data: { query } });
}

interface BuiltSearch {
  q: string;
  total?: number;
  isApproximate?: boolean;
  locale?: "FR" | "AR";
  createdAt?: Date;
  /** The position of the product that was opened. */
  clicked?: number;
}

/** Stores the events of one intent. */
export async function buildSearchEvents(search: BuiltSearch) {
  const { q, total = 3, isApproximate = false, locale = "FR", createdAt, clicked } = search;
  const searchId = randomUUID();
  const metadata = {
    q,
    withheld: null,
    correctedQuery: null,
    total,
    isApproximate,
    source: "page",
  };
  await db.analyticsEvent.create({
    data: { eventType: "search", searchId, locale, metadata, createdAt },
  });
  if (clicked === undefined) return;
  const click = { position: clicked };
  await db.analyticsEvent.create({
    data: { eventType: "search_click", searchId, metadata: click, createdAt },
  });
}

export const SEARCH_MUTATIONS: Record<string, MutationExample> = {
  "POST /api/admin/search/synonyms": async () => ({
    body: { terms: [newWord()], finds: ["robinet"] },
  }),
  "PATCH /api/admin/search/synonyms/{id}": async () => ({
    params: { id: (await buildSynonym()).id },
    body: { version: 1, finds: ["mitigeur"] },
  }),
  "DELETE /api/admin/search/synonyms/{id}": async () => ({
    params: { id: (await buildSynonym()).id },
  }),
  "POST /api/admin/search/rules": async () => ({
    body: { query: newWord(), pinnedProductIds: [(await buildProduct()).id] },
  }),
  "PATCH /api/admin/search/rules/{id}": async () => ({
    params: { id: (await buildSearchRule()).id },
    body: { version: 1, hiddenProductIds: [(await buildProduct()).id] },
  }),
  "DELETE /api/admin/search/rules/{id}": async () => ({
    params: { id: (await buildSearchRule()).id },
  }),
  "POST /api/admin/search/index": async () => ({}),
  "POST /api/admin/search/ignored": async () => ({ body: { query: newWord() } }),
  "DELETE /api/admin/search/ignored/{id}": async () => ({
    params: { id: (await buildIgnoredSearch()).id },
  }),
};

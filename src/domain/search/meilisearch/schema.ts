import { z } from "zod";

/** What an index on the server holds. */
export const IndexState = z.object({
  /** Identifies the index on the server. */
  createdAt: z.string(),
  /** The settings and the form of the documents. */
  structure: z.string(),
  synonyms: z.string(),
  /** The snapshot of the database that the documents show. */
  snapshot: z.string(),
  /** The words of each category, with which its products are indexed. */
  categories: z.array(z.tuple([z.string(), z.string()])),
});
export type IndexState = z.infer<typeof IndexState>;

/** An index that is not complete. */
export const RebuildState = IndexState.extend({
  /** Rows up to this number are in the index. */
  after: z.int(),
});
export type RebuildState = z.infer<typeof RebuildState>;

export const IndexingRun = z.strictObject({
  indexed: z.int(),
  removed: z.int(),
  /** Why the run stopped; the next one tries again. */
  error: z.string().nullable(),
});
export type IndexingRun = z.infer<typeof IndexingRun>;

/** Health and lag of the server, for staff. */
export interface SearchServerStatus {
  isReachable: boolean;
  /** The index is complete and may answer searches. */
  isReady: boolean;
  /** Null where the server does not answer. */
  documents: number | null;
  /** Products whose last change is not in the index. */
  waiting: number;
  rebuild: { done: number; total: number } | null;
  isRebuildRequested: boolean;
  succeededAt: Date | null;
  failedAt: Date | null;
  error: string | null;
}

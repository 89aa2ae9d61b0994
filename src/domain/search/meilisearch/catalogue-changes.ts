import "server-only";
import { IS_KNOWN_SNAPSHOT, isChanged } from "@/domain/catalogue/listing-index/source";
import { pool } from "@/lib/db";
import { tokenize } from "../fold";
import { buildDocument, type DocumentRow, type IndexDocument } from "./documents";
import type { IndexState } from "./schema";

/** The words of each category and of those above it, by id. */
export async function readCategoryWords(): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; text: string }>(
    `WITH RECURSIVE path AS (
      SELECT "id", concat_ws(' | ', "name", "nameAr") AS "text", "parentId" FROM "Category"
      UNION ALL
      SELECT path."id", concat_ws(' | ', path."text", above."name", above."nameAr"), above."parentId"
      FROM path JOIN "Category" above ON above."id" = path."parentId")
    SELECT "id", "text" FROM path WHERE "parentId" IS NULL ORDER BY "id"`,
  );
  return new Map(rows.map(({ id, text }) => [id, [...new Set(tokenize(text))].join(" ")]));
}

export interface RowChanges {
  /** The snapshot that shows the changes. */
  snapshot: string;
  rows: number[];
}

/**
 * Lists the rows that changed since an index was written, at most `limit`. Null where the snapshot is of another database, such as
 * the one from which a backup was restored.
 */
export async function findChangedRows(
  { snapshot, categories }: IndexState,
  categoryWords: ReadonlyMap<string, string>,
  limit: number,
): Promise<RowChanges | null> {
  const known = new Map(categories);
  const renamed = [...categoryWords].filter(([id, words]) => known.get(id) !== words);
  const { rows } = await pool.query<RowChanges & { isKnown: boolean }>(
    `SELECT pg_current_snapshot()::text AS "snapshot",
      ${IS_KNOWN_SNAPSHOT} AS "isKnown",
      ARRAY(SELECT r."n" FROM "ListingRow" r WHERE ${isChanged("r")} UNION
        SELECT r."n" FROM "ListingRow" r WHERE r."isListed" AND r."categoryId" = ANY($2) ORDER BY 1 LIMIT $3) AS "rows"`,
    [snapshot, renamed.map(([id]) => id), limit],
  );
  const [changes] = rows;
  return changes?.isKnown ? { snapshot: changes.snapshot, rows: changes.rows } : null;
}

export async function countChangedRows(snapshot: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "ListingRow" r WHERE ${isChanged("r")}`,
    [snapshot],
  );
  return rows[0]?.count ?? 0;
}

/** Counts the rows of a complete index, and those up to a row. */
export async function countListedRows(after: number): Promise<{ done: number; total: number }> {
  const { rows } = await pool.query<{ done: number; total: number }>(
    `SELECT count(*) FILTER (WHERE "n" <= $1)::int AS "done", count(*)::int AS "total" FROM "ListingRow" WHERE "isListed"`,
    [after],
  );
  return rows[0] ?? { done: 0, total: 0 };
}

export async function readSnapshot(): Promise<string> {
  const { rows } = await pool.query<{ snapshot: string }>(
    `SELECT pg_current_snapshot()::text AS "snapshot"`,
  );
  return rows[0]?.snapshot ?? "";
}

export async function listRowsAfter(after: number, limit: number): Promise<number[]> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT "n" FROM "ListingRow" WHERE "isListed" AND "n" > $1 ORDER BY "n" LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ n }) => n);
}

/** Reads the documents of those rows that are listed. */
export async function readDocuments(
  rows: readonly number[],
  categoryWords: ReadonlyMap<string, string>,
): Promise<IndexDocument[]> {
  const found = await pool.query<DocumentRow>(
    `SELECT r."n", r."card"->>'name' AS "name", r."card"->>'nameAr' AS "nameAr", r."categoryId",
      r."availability" = 'IN_STOCK' AS "isInStock", floor(extract(epoch FROM r."publishAt"))::float8 AS "publishedAt",
      (SELECT json_agg(json_build_array(t."word", own.term & 7) ORDER BY own.place)
        FROM unnest(r."terms") WITH ORDINALITY AS own(term, place) JOIN "SearchTerm" t ON t."id" = own.term / 8) AS "words"
    FROM "ListingRow" r WHERE r."n" = ANY($1) AND r."isListed" ORDER BY r."n"`,
    [rows],
  );
  return found.rows.map((row) => buildDocument(row, categoryWords));
}

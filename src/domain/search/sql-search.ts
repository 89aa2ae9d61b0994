import "server-only";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import type { SqlRanking } from "@/domain/catalogue/listing/from-sql";
import { FIELDS, type Term, TermIndex } from "@/domain/catalogue/listing-index/words/terms";
import { listWithDescendants } from "@/domain/catalogue/rules";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { type QueryRule, STOP_WORDS } from "./engine";
import { stem, tokenize } from "./fold";
import type { LexiconIndex } from "./lexicon-index";
import {
  type Alternative,
  type Clause,
  type PlanOptions,
  planSearch,
  type SearchPlan,
} from "./plan";
import { CATEGORY_WEIGHT, FIELD_WEIGHTS } from "./rank/clause-scorer";
import { Vocabulary, type WordMatch } from "./vocabulary";

const { sql, join } = Prisma;

/** A plan whose categories are known by their ids. */
export interface SqlPlan extends SearchPlan {
  categoryIds: readonly string[];
}

/** Plans a search with the words that PostgreSQL has for it. Misspelled words are not corrected: that takes all words. */
export async function planForSql(
  text: string,
  lexicon: LexiconIndex,
  options: PlanOptions,
): Promise<SqlPlan> {
  const terms = new TermIndex();
  const [words, tree] = await Promise.all([readTerms(text, lexicon), listCategories()]);
  terms.addTerms(words);
  const categories = tree.flatMap(listWithDescendants);
  const indexes = new Map(categories.map(({ id }, i) => [id, i]));
  const namedCategories = categories.map((category) => ({
    name: category.name,
    nameAr: category.nameAr,
    indexes: listWithDescendants(category).map(({ id }) => indexes.get(id) ?? 0),
  }));
  const vocabulary = new Vocabulary(terms, namedCategories, lexicon);
  const plan = planSearch(
    text,
    { vocabulary, lexicon, stopWords: STOP_WORDS },
    { ...options, correctsTypos: false },
  );
  return { ...plan, categoryIds: categories.map(({ id }) => id) };
}

const MAX_PREFIX_WORDS = 200;

/** Reads the terms of the words, of their joined parts, of their synonyms, and those that begin with the last one. */
function readTerms(text: string, lexicon: LexiconIndex): Promise<Term[]> {
  const typed = tokenize(text);
  const joined = typed.flatMap((_, i) =>
    [2, 3, 4].map((length) => typed.slice(i, i + length).join("")),
  );
  const phrases = typed.flatMap((_, start) =>
    Array.from({ length: lexicon.maxWords }, (__, length) => {
      const key = typed
        .slice(start, start + length + 1)
        .map(stem)
        .join(" ");
      return lexicon.find(key).flatMap(({ words }) => words);
    }).flat(),
  );
  const words = [...new Set([...typed, ...joined, ...phrases, typed.join("")])];
  const last = typed.at(-1) ?? "";
  return db.$queryRaw`
    SELECT "id", "word", "stem" FROM "SearchTerm" WHERE "stem" = ANY(${words.map(stem)}::text[])
    UNION SELECT "id", "word", "stem" FROM "SearchTerm" WHERE "word" = ANY(${words}::text[])
    UNION (SELECT "id", "word", "stem" FROM "SearchTerm"
      WHERE ${last.length > 1} AND "word" >= ${last} AND "word" < ${last}::text || chr(1114111) LIMIT ${MAX_PREFIX_WORDS})`;
}

/** Builds the condition of a plan. Where no product satisfies all clauses, one is enough. */
export async function rankInSql(
  plan: SqlPlan,
  rule: QueryRule | undefined,
): Promise<SqlRanking & { isApproximate: boolean }> {
  const conditions = plan.clauses.map((clause) => buildClause(clause, plan));
  const sku = plan.skuIds.length > 0 ? [buildTerms(plan.skuIds, [FIELDS.sku])] : [];
  const pinned = sql`r."n" = ANY(${rule?.pinnedRows ?? []}::int[])`;
  const all = conditions.length > 0 ? [sql`(${join(conditions, " AND ")})`] : [];
  const strict = join([...all, ...sku, pinned], " OR ");
  const isApproximate = conditions.length > 1 && !(await hasRows(strict));
  const wanted = isApproximate ? join([...conditions, pinned], " OR ") : strict;
  return {
    isApproximate,
    condition: sql`(${wanted}) AND r."n" <> ALL(${rule?.hiddenRows ?? []}::int[])`,
    sortRows: (rows) => sortRows(rows, plan, rule),
  };
}

async function hasRows(condition: Prisma.Sql): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "ListingRow" r WHERE r."isListed" AND (${condition}) LIMIT 1`;
  return rows.length > 0;
}

function buildClause({ alternatives }: Clause, plan: SqlPlan): Prisma.Sql {
  if (alternatives.length === 0) return sql`false`;
  const conditions = alternatives.map((alternative) => {
    const words = alternative.map((matches) => {
      const ids = matches.flatMap(({ termIds }) => termIds);
      const categories = matches.flatMap((match) =>
        match.categories.flatMap((index) => plan.categoryIds[index] ?? []),
      );
      return sql`(${buildTerms(ids, Object.values(FIELDS))} OR r."categoryId" = ANY(${categories}::text[]))`;
    });
    return sql`(${join(words, " AND ")})`;
  });
  return sql`(${join(conditions, " OR ")})`;
}

function buildTerms(ids: readonly number[], fields: readonly number[]): Prisma.Sql {
  return sql`r."terms" && ${ids.flatMap((id) => fields.map((field) => id * 8 + field))}::int[]`;
}

interface CandidateRow {
  n: number;
  terms: number[];
  categoryId: string;
}

function sortRows(
  rows: readonly CandidateRow[],
  plan: SqlPlan,
  rule: QueryRule | undefined,
): number[] {
  const pinned = new Map(rule?.pinnedRows.map((n, i) => [n, i]));
  const scored = rows.map((row) => ({ n: row.n, score: scoreRow(row, plan) }));
  const byScore = (a: { n: number; score: number }, b: { n: number; score: number }) =>
    (pinned.get(a.n) ?? Number.POSITIVE_INFINITY) - (pinned.get(b.n) ?? Number.POSITIVE_INFINITY) ||
    b.score - a.score ||
    b.n - a.n;
  return scored.sort(byScore).map(({ n }) => n);
}

function scoreRow({ terms, categoryId }: CandidateRow, plan: SqlPlan): number {
  const fields = new Map(terms.map((term) => [term >>> 3, term & 7]));
  const category = plan.categoryIds.indexOf(categoryId);
  if (plan.skuIds.some((id) => fields.get(id) === FIELDS.sku)) return Number.MAX_SAFE_INTEGER;
  const scoreMatch = ({ termIds, categories, quality }: WordMatch) =>
    Math.max(
      categories.includes(category) ? CATEGORY_WEIGHT * quality : 0,
      ...termIds.map((id) => (FIELD_WEIGHTS[fields.get(id) ?? 7] ?? 0) * quality),
    );
  const scoreAlternative = (alternative: Alternative) =>
    Math.min(...alternative.map((matches) => Math.max(0, ...matches.map(scoreMatch))));
  return plan.clauses.reduce(
    (sum, { alternatives }) => sum + Math.max(0, ...alternatives.map(scoreAlternative)),
    0,
  );
}

import { IS_IN_STOCK, type ListingColumns } from "@/domain/catalogue/listing-index/columns";
import type { RowScores } from "@/domain/catalogue/listing-index/words/row-scores";
import type { TermIndex } from "@/domain/catalogue/listing-index/words/terms";
import type { SearchPlan } from "../plan";
import { ClauseScorer } from "./clause-scorer";

/** Rows with their scores, whole numbers below 2 ** 20, by row number. */
export interface RankedRows {
  matches: Uint32Array;
  scores: Uint32Array;
  /** No row satisfies all clauses; these satisfy some. */
  isApproximate: boolean;
}

export const MAX_SCORE = 2 ** 20 - 1;

/** With fewer matches than this, rows that have most of the words follow. */
const ENOUGH_MATCHES = 5;
/** The part of the query's weight that a row must have, in fields of at least this weight. */
interface Minimum {
  coverage: number;
  score: number;
}
const MIN_ANY: Minimum = { coverage: 0, score: 1 };
/** Less than 60 is a word in a description. */
const MIN_HALF: Minimum = { coverage: 0.5, score: 60 };

/** Scores the rows of the index. */
export function rankRows(plan: SearchPlan, terms: TermIndex, columns: ListingColumns): RankedRows {
  const scorer = new ClauseScorer(terms, columns);
  try {
    return rank(plan, scorer, columns);
  } finally {
    scorer.release();
  }
}

function rank(plan: SearchPlan, scorer: ClauseScorer, columns: ListingColumns): RankedRows {
  // The rarest clause first: only the rows that it matches are looked up in the others.
  const ordered = plan.clauses
    .map((clause) => ({ clause, count: scorer.estimateRows(clause) }))
    .sort((a, b) => a.count - b.count);
  const clauses: ScoredClause[] = [];
  for (const { clause, count } of ordered) {
    const within = clauses.at(-1)?.scores ?? null;
    clauses.push({ scores: scorer.scoreClause(clause, within), weight: weigh(count, columns) });
  }
  const scores = new Uint32Array(columns.flags.length);
  const whole = collectRows(clauses, columns, scores);
  const skuRows = scorer.listSkuRows(plan.skuIds);
  const isEmpty = whole.length + skuRows.length === 0;
  const isPartial = skuRows.length === 0 && whole.length < ENOUGH_MATCHES && clauses.length > 1;
  const partial = isPartial
    ? collectPartialRows(
        ordered.map(({ clause, count }) => ({
          scores: scorer.scoreClause(clause, null),
          weight: weigh(count, columns),
        })),
        isEmpty ? MIN_ANY : MIN_HALF,
        columns,
        scores,
      )
    : new Uint32Array(0);
  const others = skuRows.filter((n) => scores[n] === 0);
  for (const n of skuRows) scores[n] = MAX_SCORE;
  return {
    matches: joinRows([others, whole, partial]),
    scores,
    isApproximate: isEmpty && partial.length > 0,
  };
}

function joinRows(parts: readonly Uint32Array[]): Uint32Array {
  const rows = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return rows;
}

interface ScoredClause {
  scores: RowScores;
  weight: number;
}

/** Rare words count more than frequent ones. */
function weigh(count: number, { count: all }: ListingColumns): number {
  return 1 + 0.3 * Math.log2((all + 1) / (count + 1));
}

/** Lists the rows that all clauses match, which are those of the last one, and sets their scores. */
function collectRows(
  clauses: readonly ScoredClause[],
  { flags }: ListingColumns,
  scores: Uint32Array,
): Uint32Array {
  const candidates = clauses.at(-1)?.scores.rows ?? new Uint32Array(0);
  const rows = new Uint32Array(candidates.length);
  const total = sumWeights(clauses);
  let length = 0;
  for (let i = 0; i < candidates.length; i++) {
    const n = candidates[i] as number;
    if (flags[n] === 0) continue;
    const sum = sumWeighted(clauses, n);
    scores[n] = PARTIAL_SCORES + toScore(sum / total, flags[n] as number);
    rows[length++] = n;
  }
  return rows.subarray(0, length);
}

/** Lists the rows that have most of the words, and sets the scores of those without one. */
function collectPartialRows(
  clauses: readonly ScoredClause[],
  minimum: Minimum,
  { flags }: ListingColumns,
  scores: Uint32Array,
): Uint32Array {
  const total = sumWeights(clauses);
  const rows: number[] = [];
  for (const clause of clauses) {
    for (const n of clause.scores.rows) {
      if (flags[n] === 0 || scores[n] !== 0) continue;
      const covered = sumCovered(clauses, n, minimum.score);
      if (covered === 0 || covered < total * minimum.coverage) continue;
      scores[n] = toScore(sumWeighted(clauses, n) / total, flags[n] as number);
      rows.push(n);
    }
  }
  return Uint32Array.from(rows);
}

function sumWeighted(clauses: readonly ScoredClause[], n: number): number {
  let sum = 0;
  for (const { scores, weight } of clauses) sum += scores.get(n) * weight;
  return sum;
}

/** The weight of the clauses that the row matches with at least `minScore`. */
function sumCovered(clauses: readonly ScoredClause[], n: number, minScore: number): number {
  let covered = 0;
  for (const { scores, weight } of clauses) if (scores.get(n) >= minScore) covered += weight;
  return covered;
}

/** Rows with all words come before all others. */
const PARTIAL_SCORES = 2 ** 19;

/** In stock first among equals. */
function toScore(average: number, flags: number): number {
  return 2 * Math.round(average * 1_000) + Number((flags & IS_IN_STOCK) !== 0);
}

function sumWeights(clauses: readonly ScoredClause[]): number {
  return clauses.reduce((sum, { weight }) => sum + weight, 0);
}

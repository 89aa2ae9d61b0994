import { IS_IN_STOCK, type ListingColumns } from "@/domain/catalogue/listing-index/columns";
import { RowScores } from "@/domain/catalogue/listing-index/row-scores";
import type { TermIndex } from "@/domain/catalogue/listing-index/terms";
import type { Alternative, Clause, SearchPlan } from "./plan";
import type { WordMatch } from "./vocabulary";

/** Rows with their scores, whole numbers below 2 ** 20, by row number. */
export interface RankedRows {
  matches: Uint32Array;
  scores: Uint32Array;
  /** No row satisfies all clauses; these satisfy some. */
  isApproximate: boolean;
}

/** The weight of a word by the field that has it: SKU, first word of the name, name, value, other text. */
export const FIELD_WEIGHTS = [250, 250, 220, 130, 45, 0, 0, 0];
export const CATEGORY_WEIGHT = 150;
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
  const evaluator = new Evaluator(terms, columns);
  try {
    return rank(plan, evaluator, columns);
  } finally {
    evaluator.release();
  }
}

function rank(plan: SearchPlan, evaluator: Evaluator, columns: ListingColumns): RankedRows {
  const clauses = plan.clauses
    .map((clause) => weighClause(evaluator.scoreClause(clause), columns))
    .sort((a, b) => a.scores.rows.length - b.scores.rows.length);
  const scores = new Uint32Array(columns.flags.length);
  const whole = collectRows(clauses, columns, scores);
  const skuRows = evaluator.listSkuRows(plan.skuIds);
  const isEmpty = whole.length + skuRows.length === 0;
  const isPartial = skuRows.length === 0 && whole.length < ENOUGH_MATCHES && clauses.length > 1;
  const partial = isPartial
    ? collectPartialRows(clauses, isEmpty ? MIN_ANY : MIN_HALF, columns, scores)
    : new Uint32Array(0);
  const others = skuRows.filter((n) => scores[n] === 0);
  for (const n of skuRows) scores[n] = MAX_SCORE;
  return {
    matches: joinRows([others, whole, partial]),
    scores,
    isApproximate: isEmpty && partial.length > 0,
  };
}

/** Scores of earlier searches, which are used again. A search is ranked in one go, so no other one needs its own at the same time. */
const unused: RowScores[] = [];

class Evaluator {
  private readonly terms: TermIndex;
  private readonly columns: ListingColumns;
  private readonly used: RowScores[] = [];

  constructor(terms: TermIndex, columns: ListingColumns) {
    this.terms = terms;
    this.columns = columns;
  }

  scoreClause({ alternatives }: Clause): RowScores {
    const scores = this.createScores();
    for (const alternative of alternatives) this.addAlternative(alternative, scores);
    return scores;
  }

  /** Lists the rows that have one of the SKUs. */
  listSkuRows(ids: readonly number[]): Uint32Array {
    const scores = this.createScores();
    const skuOnly = Uint8Array.from(FIELD_WEIGHTS, (weight, field) => (field === 0 ? weight : 0));
    for (const id of ids) this.terms.score(id, skuOnly, scores);
    return scores.rows.slice();
  }

  release(): void {
    unused.push(...this.used);
  }

  private addAlternative(alternative: Alternative, scores: RowScores): void {
    const [only = [], ...others] = alternative;
    if (others.length === 0) {
      this.addMatches(only, scores);
      return;
    }
    const words = alternative.map((matches) => {
      const word = this.createScores();
      this.addMatches(matches, word);
      return word;
    });
    for (const n of words[0]?.rows ?? []) scores.raise(n, findLowest(words, n));
  }

  private addMatches(matches: readonly WordMatch[], scores: RowScores): void {
    for (const { termIds, categories, quality } of matches) {
      const weights = Uint8Array.from(FIELD_WEIGHTS, (weight) => Math.round(weight * quality));
      for (const id of termIds) this.terms.score(id, weights, scores);
      const weight = Math.round(CATEGORY_WEIGHT * quality);
      const groups = categories.length > 0 ? this.columns.getRowsByCategory() : [];
      for (const index of categories) {
        for (const n of groups[index] ?? []) scores.raise(n, weight);
      }
    }
  }

  private createScores(): RowScores {
    const scores = unused.pop() ?? new RowScores();
    scores.reset(this.columns.flags.length);
    this.used.push(scores);
    return scores;
  }
}

function findLowest(words: readonly RowScores[], n: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const word of words) lowest = Math.min(lowest, word.get(n));
  return lowest;
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
function weighClause(scores: RowScores, { count: all }: ListingColumns): ScoredClause {
  return { scores, weight: 1 + 0.3 * Math.log2((all + 1) / (scores.rows.length + 1)) };
}

/** Lists the rows that all clauses match, and sets their scores. The rarest clause comes first. */
function collectRows(
  clauses: readonly ScoredClause[],
  { flags }: ListingColumns,
  scores: Uint32Array,
): Uint32Array {
  const candidates = clauses[0]?.scores.rows ?? new Uint32Array(0);
  const rows = new Uint32Array(candidates.length);
  const total = sumWeights(clauses);
  let length = 0;
  for (let i = 0; i < candidates.length; i++) {
    const n = candidates[i] as number;
    const sum = flags[n] === 0 ? 0 : sumScores(clauses, n);
    if (sum === 0) continue;
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

/** The weighted scores of a row that all clauses match; 0 for others. */
function sumScores(clauses: readonly ScoredClause[], n: number): number {
  let sum = 0;
  for (const { scores, weight } of clauses) {
    const score = scores.get(n);
    if (score === 0) return 0;
    sum += score * weight;
  }
  return sum;
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

import { IS_IN_STOCK, type ListingColumns } from "@/domain/catalogue/listing-index/columns";
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
const ANY_WORD: Minimum = { coverage: 0, score: 1 };
/** Less than 60 is a word in a description. */
const MOST_WORDS: Minimum = { coverage: 0.5, score: 60 };

/** Scores the rows of the index. */
export function rankRows(plan: SearchPlan, terms: TermIndex, columns: ListingColumns): RankedRows {
  const evaluator = new Evaluator(terms, columns);
  const clauses = plan.clauses.map((clause) => evaluator.scoreClause(clause));
  const weights = clauses.map((clause) => weighClause(clause, columns));
  const scores = new Uint32Array(columns.flags.length);
  const matches = new Set(collectRows(clauses, weights, columns, scores));
  const skuRows = evaluator.listSkuRows(plan.skuIds);
  const isApproximate = matches.size + skuRows.length === 0;
  if (skuRows.length === 0 && matches.size < ENOUGH_MATCHES && clauses.length > 1) {
    const minimum = isApproximate ? ANY_WORD : MOST_WORDS;
    for (const n of collectPartialRows(clauses, weights, minimum, columns, scores)) matches.add(n);
  }
  for (const n of skuRows) {
    matches.add(n);
    scores[n] = MAX_SCORE;
  }
  return {
    matches: Uint32Array.from(matches),
    scores,
    isApproximate: isApproximate && matches.size > 0,
  };
}

class Evaluator {
  private readonly terms: TermIndex;
  private readonly columns: ListingColumns;

  constructor(terms: TermIndex, columns: ListingColumns) {
    this.terms = terms;
    this.columns = columns;
  }

  scoreClause({ alternatives }: Clause): Uint8Array {
    const scores = this.createScores();
    for (const alternative of alternatives) this.addAlternative(alternative, scores);
    return scores;
  }

  /** Lists the rows that have one of the SKUs. */
  listSkuRows(ids: readonly number[]): number[] {
    if (ids.length === 0) return [];
    const scores = this.createScores();
    const skuOnly = Uint8Array.from(FIELD_WEIGHTS, (weight, field) => (field === 0 ? weight : 0));
    for (const id of ids) this.terms.score(id, skuOnly, scores);
    const rows: number[] = [];
    scores.forEach((score, n) => {
      if (score > 0) rows.push(n);
    });
    return rows;
  }

  private addAlternative(alternative: Alternative, scores: Uint8Array): void {
    const [only = [], ...others] = alternative;
    if (others.length === 0) {
      for (const match of only) this.addMatch(match, scores);
      return;
    }
    const words = alternative.map((matches) => {
      const word = this.createScores();
      for (const match of matches) this.addMatch(match, word);
      return word;
    });
    for (let n = 0; n < scores.length; n++) {
      let lowest = 255;
      for (const word of words) lowest = Math.min(lowest, word[n] ?? 0);
      if (lowest > (scores[n] ?? 0)) scores[n] = lowest;
    }
  }

  private addMatch({ termIds, categories, quality }: WordMatch, scores: Uint8Array): void {
    const weights = Uint8Array.from(FIELD_WEIGHTS, (weight) => Math.round(weight * quality));
    for (const id of termIds) this.terms.score(id, weights, scores);
    const weight = Math.round(CATEGORY_WEIGHT * quality);
    const groups = categories.length > 0 ? this.columns.getRowsByCategory() : [];
    for (const index of categories) {
      for (const n of groups[index] ?? []) if (weight > (scores[n] ?? 0)) scores[n] = weight;
    }
  }

  private createScores(): Uint8Array {
    return new Uint8Array(this.columns.flags.length);
  }
}

/** Rare words count more than frequent ones. */
function weighClause(clause: Uint8Array, { count }: ListingColumns): number {
  let rows = 0;
  for (const score of clause) if (score > 0) rows += 1;
  return 1 + 0.3 * Math.log2((count + 1) / (rows + 1));
}

/** Lists the rows that all clauses match, and sets their scores. */
function collectRows(
  clauses: readonly Uint8Array[],
  weights: readonly number[],
  { flags }: ListingColumns,
  scores: Uint32Array,
): number[] {
  const [first, ...others] = clauses;
  const rows: number[] = [];
  if (!first) return rows;
  const total = sumOf(weights);
  for (let n = 0; n < first.length; n++) {
    if (first[n] === 0 || flags[n] === 0 || others.some((clause) => clause[n] === 0)) continue;
    const { sum } = sumClauses(clauses, weights, n, 1);
    scores[n] = PARTIAL_SCORES + toScore(sum / total, flags[n] ?? 0);
    rows.push(n);
  }
  return rows;
}

/** Lists the rows that have most of the words, and sets the scores of those without one. */
function collectPartialRows(
  clauses: readonly Uint8Array[],
  weights: readonly number[],
  minimum: Minimum,
  { flags }: ListingColumns,
  scores: Uint32Array,
): number[] {
  const total = sumOf(weights);
  const rows: number[] = [];
  for (let n = 0; n < flags.length; n++) {
    if (flags[n] === 0 || (scores[n] ?? 0) > 0) continue;
    const { sum, covered } = sumClauses(clauses, weights, n, minimum.score);
    if (covered === 0 || covered < total * minimum.coverage) continue;
    scores[n] = toScore(sum / total, flags[n] ?? 0);
    rows.push(n);
  }
  return rows;
}

/** `covered` is the weight of the clauses that the row matches with at least `minScore`. */
function sumClauses(
  clauses: readonly Uint8Array[],
  weights: readonly number[],
  n: number,
  minScore: number,
) {
  let sum = 0;
  let covered = 0;
  for (let i = 0; i < clauses.length; i++) {
    const score = clauses[i]?.[n] ?? 0;
    const weight = weights[i] ?? 0;
    sum += score * weight;
    if (score >= minScore) covered += weight;
  }
  return { sum, covered };
}

/** Rows with all words come before all others. */
const PARTIAL_SCORES = 2 ** 19;

/** In stock first among equals. */
function toScore(average: number, flags: number): number {
  return 2 * Math.round(average * 1_000) + Number((flags & IS_IN_STOCK) !== 0);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

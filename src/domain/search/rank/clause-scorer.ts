import type { ListingColumns } from "@/domain/catalogue/listing-index/columns";
import { RowScores } from "@/domain/catalogue/listing-index/words/row-scores";
import type { TermIndex } from "@/domain/catalogue/listing-index/words/terms";
import type { Alternative, Clause } from "../plan";
import type { WordMatch } from "../vocabulary";

/** The weight of a word by the field that has it: SKU, first word of the name, name, value, other text. */
export const FIELD_WEIGHTS = [250, 250, 220, 130, 45, 0, 0, 0];
export const CATEGORY_WEIGHT = 150;
/** Scores of earlier searches, which are used again. A search is ranked in one go, so no other one needs its own at the same time. */
const unused: RowScores[] = [];
/** Most searches need fewer. Those of a long query are not held, since each takes up to five bytes a product. */
const MAX_UNUSED = 16;

/** Scores rows by the clauses of one search. */
export class ClauseScorer {
  private readonly terms: TermIndex;
  private readonly columns: ListingColumns;
  private readonly used: RowScores[] = [];

  constructor(terms: TermIndex, columns: ListingColumns) {
    this.terms = terms;
    this.columns = columns;
  }

  /** The number of rows that match, or more: rows that have several of the words count several times. */
  estimateRows({ alternatives }: Clause): number {
    const counts = alternatives.map((alternative) =>
      Math.min(...alternative.map((matches) => this.countRows(matches))),
    );
    return Math.min(
      this.columns.count,
      counts.reduce((sum, count) => sum + count, 0),
    );
  }

  private countRows(matches: readonly WordMatch[]): number {
    let count = 0;
    for (const { termIds, categories } of matches) {
      for (const id of termIds) count += this.terms.countRows(id);
      const groups = categories.length > 0 ? this.columns.getRowsByCategory() : [];
      for (const index of categories) count += groups[index]?.length ?? 0;
    }
    return count;
  }

  /** Scores the rows that match, with `within` only those that have a score there. */
  scoreClause({ alternatives }: Clause, within: RowScores | null): RowScores {
    const scores = this.createScores();
    for (const alternative of alternatives) this.addAlternative(alternative, scores, within);
    return scores;
  }

  /** Lists the rows that have one of the SKUs. */
  listSkuRows(ids: readonly number[]): Uint32Array {
    const scores = this.createScores();
    const skuOnly = Uint8Array.from(FIELD_WEIGHTS, (weight, field) => (field === 0 ? weight : 0));
    for (const id of ids) this.terms.score(id, skuOnly, scores, null);
    return scores.rows.slice();
  }

  release(): void {
    unused.push(...this.used.slice(0, MAX_UNUSED - unused.length));
  }

  private addAlternative(
    alternative: Alternative,
    scores: RowScores,
    within: RowScores | null,
  ): void {
    const [only = [], ...others] = alternative;
    if (others.length === 0) {
      this.addMatches(only, scores, within);
      return;
    }
    const words: RowScores[] = [];
    for (const matches of alternative) {
      const word = this.createScores();
      this.addMatches(matches, word, words.at(-1) ?? within);
      words.push(word);
    }
    for (const n of words.at(-1)?.rows ?? []) scores.raise(n, findLowest(words, n));
  }

  private addMatches(
    matches: readonly WordMatch[],
    scores: RowScores,
    within: RowScores | null,
  ): void {
    for (const { termIds, categories, quality } of matches) {
      const weights = Uint8Array.from(FIELD_WEIGHTS, (weight) => Math.round(weight * quality));
      for (const id of termIds) this.terms.score(id, weights, scores, within);
      if (categories.length === 0) continue;
      this.addCategories(categories, Math.round(CATEGORY_WEIGHT * quality), scores, within);
    }
  }

  private addCategories(
    categories: readonly number[],
    weight: number,
    scores: RowScores,
    within: RowScores | null,
  ): void {
    const { columns } = this;
    if (within !== null) {
      const wanted = new Set(categories);
      for (const n of within.rows) {
        if (wanted.has(columns.category[n] as number)) scores.raise(n, weight);
      }
      return;
    }
    const groups = columns.getRowsByCategory();
    for (const index of categories) for (const n of groups[index] ?? []) scores.raise(n, weight);
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

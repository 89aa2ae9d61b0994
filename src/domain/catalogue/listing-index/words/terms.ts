import { CodeList } from "./code-list";
import { grow } from "./grow";
import type { RowScores } from "./row-scores";

/** The field of a product that has a word: `ListingRow.terms` holds `term id × 8 + field`. */
export const FIELDS = { sku: 0, firstNameWord: 1, name: 2, value: 3, text: 4 } as const;
const FIELD_BITS = 3;
const FIELD_MASK = 7;

export interface Term {
  id: number;
  word: string;
  stem: string;
}

const HAS_DIGIT = /[0-9]/;

/** The word, its stem, and their entries in the maps. */
const WORD_BYTES = 250;

/** More changed rows than this are merged into the postings. */
const MAX_CHANGED = 2_000;

/** The words of the listed products, and for each word the products that have it. */
export class TermIndex {
  private readonly ids = new Map<string, number>();
  /** SKUs and sizes, which have no other forms. They are most words of a large catalogue. */
  private readonly codes = new CodeList();
  private readonly byStem = new Map<string, number[]>();
  private maxId = 0;
  /** Postings of a term: `row number × 8 + field`, from `starts[id]` to `starts[id + 1]`. */
  private starts = new Uint32Array(1);
  private postings = new Uint32Array(0);
  /** Terms of rows that changed after the postings were built. An empty list stands for a removed row. */
  private changed = new Map<number, Uint32Array>();
  private isBuilt = false;

  /** Words with digits need the least memory in the order of their bytes (`COLLATE "C"`). */
  addTerms(terms: Iterable<Term>): void {
    for (const { id, word, stem } of terms) {
      this.maxId = Math.max(this.maxId, id);
      if (HAS_DIGIT.test(word)) {
        this.codes.add(word, id);
        continue;
      }
      if (this.ids.has(word)) continue;
      this.ids.set(word, id);
      const sameStem = this.byStem.get(stem);
      if (sameStem) sameStem.push(id);
      else this.byStem.set(stem, [id]);
    }
  }

  get size(): number {
    return this.ids.size + this.codes.size;
  }

  /** About what the words take in memory, without their postings. */
  get bytes(): number {
    return this.codes.bytes + this.ids.size * WORD_BYTES;
  }

  /** Before `build` only the words are known. */
  get hasPostings(): boolean {
    return this.isBuilt;
  }

  findWord(word: string): number | undefined {
    return this.ids.get(word) ?? this.codes.find(word);
  }

  /** Lists the ids of up to `max` words with digits that begin with a text. */
  listCodes(start: string, max: number): number[] {
    return this.codes.listByPrefix(start, max);
  }

  listByStem(stem: string): readonly number[] {
    return this.byStem.get(stem) ?? [];
  }

  /** Lists the words without digits. */
  listWords(): IterableIterator<[word: string, id: number]> {
    return this.ids.entries();
  }

  /** Replaces all postings by those of the rows. */
  build(rows: RowTerms): void {
    this.buildFrom((visit) => rows.forEach(visit));
  }

  private buildFrom(forEachTerm: ForEachTerm): void {
    const starts = new Uint32Array(this.maxId + 2);
    forEachTerm((_, term) => {
      const id = (term >>> FIELD_BITS) + 1;
      starts[id] = (starts[id] ?? 0) + 1;
    });
    for (let id = 1; id < starts.length; id++)
      starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
    const next = starts.slice();
    const postings = new Uint32Array(starts.at(-1) ?? 0);
    forEachTerm((n, term) => {
      const id = term >>> FIELD_BITS;
      const at = next[id] ?? 0;
      postings[at] = (n << FIELD_BITS) | (term & FIELD_MASK);
      next[id] = at + 1;
    });
    this.starts = starts;
    this.postings = postings;
    this.changed = new Map();
    this.isBuilt = true;
  }

  /** Replaces the terms of a row; null removes the row. */
  setRow(n: number, terms: Uint32Array | null): void {
    if (!this.isBuilt) return;
    this.changed.set(n, terms ?? new Uint32Array(0));
    if (this.changed.size > MAX_CHANGED) this.mergeChanged();
  }

  /** The number of rows that have the term; a row that changed since the last build may count twice. */
  countRows(id: number): number {
    const built =
      id + 1 < this.starts.length ? (this.starts[id + 1] ?? 0) - (this.starts[id] ?? 0) : 0;
    return built + (this.changed.size > 0 ? this.countChanged(id) : 0);
  }

  /** Whether the word is the SKU of a product or variation. */
  isSku(id: number): boolean {
    const end = this.starts[id + 1] ?? 0;
    for (let at = this.starts[id] ?? end; at < end; at++) {
      if (((this.postings[at] ?? 0) & FIELD_MASK) === FIELDS.sku) return true;
    }
    const sku = (id << FIELD_BITS) | FIELDS.sku;
    for (const terms of this.changed.values()) if (terms.includes(sku)) return true;
    return !this.hasPostings;
  }

  /**
   * Raises the score of each row that has the term to the weight of the best field that has it. `within`: only of rows that have a
   * score there.
   */
  score(id: number, weights: Uint8Array, scores: RowScores, within: RowScores | null): void {
    const { postings, changed } = this;
    const hasChanges = changed.size > 0;
    const end = this.starts[id + 1] ?? 0;
    for (let at = this.starts[id] ?? end; at < end; at++) {
      const posting = postings[at] as number;
      const n = posting >>> FIELD_BITS;
      if (within !== null && within.get(n) === 0) continue;
      if (hasChanges && changed.has(n)) continue;
      scores.raise(n, weights[posting & FIELD_MASK] as number);
    }
    if (hasChanges) this.scoreChanged(id, weights, scores, within);
  }

  private scoreChanged(
    id: number,
    weights: Uint8Array,
    scores: RowScores,
    within: RowScores | null,
  ): void {
    for (const [n, terms] of this.changed) {
      if (within !== null && within.get(n) === 0) continue;
      const term = terms.find((each) => each >>> FIELD_BITS === id);
      if (term !== undefined) scores.raise(n, weights[term & FIELD_MASK] ?? 0);
    }
  }

  private countChanged(id: number): number {
    let count = 0;
    for (const terms of this.changed.values()) {
      if (terms.some((term) => term >>> FIELD_BITS === id)) count += 1;
    }
    return count;
  }

  private mergeChanged(): void {
    const { changed } = this;
    this.buildFrom((visit) => {
      this.forEachBuilt((n, term) => {
        if (!changed.has(n)) visit(n, term);
      });
      for (const [n, terms] of changed) for (const term of terms) visit(n, term);
    });
  }

  private forEachBuilt(visit: (n: number, term: number) => void): void {
    const { starts, postings } = this;
    for (let id = 0; id + 1 < starts.length; id++) {
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) {
        const posting = postings[at] ?? 0;
        visit(posting >>> FIELD_BITS, (id << FIELD_BITS) | (posting & FIELD_MASK));
      }
    }
  }
}

type ForEachTerm = (visit: (n: number, term: number) => void) => void;

/** The terms of many rows in one array: for each row its number, the number of its terms, and the terms. */
export class RowTerms {
  private values = new Uint32Array(0);
  private used = 0;

  add(n: number, terms: Uint32Array): void {
    this.values = grow(this.values, this.used + 2 + terms.length);
    this.values[this.used] = n;
    this.values[this.used + 1] = terms.length;
    this.values.set(terms, this.used + 2);
    this.used += 2 + terms.length;
  }

  forEach(visit: (n: number, term: number) => void): void {
    const { values, used } = this;
    for (let at = 0; at < used; ) {
      const n = values[at] ?? 0;
      const end = at + 2 + (values[at + 1] ?? 0);
      for (at += 2; at < end; at++) visit(n, values[at] ?? 0);
    }
  }
}

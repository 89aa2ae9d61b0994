import type { TermIndex } from "@/domain/catalogue/listing-index/words/terms";
import { TypoFinder } from "./edit-distance";
import { stem, tokenize } from "./fold";
import type { LexiconIndex } from "./lexicon-index";

/** Words that find products, by their terms or by their categories. `quality` is 1 for the word itself. */
export interface WordMatch {
  termIds: readonly number[];
  /** Indexes of categories whose name, or the name of one above, has the word. */
  categories: readonly number[];
  quality: number;
}

interface SimilarWords {
  words: string[];
  /** 0 without words. */
  edits: number;
}

/** A visible category with the categories below it. */
export interface NamedCategory {
  name: string;
  nameAr: string | null;
  /** Its index and those of all categories below it. */
  indexes: readonly number[];
}

const MAX_PREFIX_WORDS = 200;
const MAX_SIMILAR_WORDS = 5;
const MAX_STORED_SIMILAR = 1_000;
const HAS_DIGIT = /[0-9]/;
const MIN_TYPO_LENGTH = 5;
const MIN_TWO_TYPOS_LENGTH = 9;

/** The words of the products and categories, as a search looks them up. */
export class Vocabulary {
  private readonly terms: TermIndex;
  private readonly lexicon: LexiconIndex;
  private readonly categoriesByStem = new Map<string, Set<number>>();
  private readonly categoryWords = new Map<string, string>();
  private sortedWords: string[] | null = null;
  private typoFinder: TypoFinder | null = null;
  /** Planning asks for the same word more than once. */
  private readonly similar = new Map<string, SimilarWords>();

  constructor(terms: TermIndex, categories: readonly NamedCategory[], lexicon: LexiconIndex) {
    this.terms = terms;
    this.lexicon = lexicon;
    for (const { name, nameAr, indexes } of categories) {
      for (const word of tokenize(`${name} | ${nameAr ?? ""}`)) {
        const found = this.categoriesByStem.get(stem(word)) ?? new Set();
        for (const index of indexes) found.add(index);
        this.categoriesByStem.set(stem(word), found);
        this.categoryWords.set(word, stem(word));
      }
    }
  }

  /** Finds the word itself and its other forms; null where the catalogue does not have it. */
  match(word: string, quality = 1): WordMatch[] {
    const categories = [...(this.categoriesByStem.get(stem(word)) ?? [])];
    const own = this.terms.findWord(word);
    const forms = HAS_DIGIT.test(word) ? [] : this.terms.listByStem(stem(word));
    const others = forms.filter((id) => id !== own && this.isUsed(id));
    const matches = [
      { termIds: own !== undefined && this.isUsed(own) ? [own] : [], categories, quality },
      { termIds: others, categories: [], quality: quality * 0.97 },
    ];
    return matches.filter(({ termIds, ...match }) => termIds.length + match.categories.length > 0);
  }

  /** Finds words without digits that begin with a text. */
  matchPrefix(start: string): WordMatch[] {
    if (start.length < 2) return [];
    return this.listWithPrefix(start).flatMap((word) =>
      this.match(word, 0.5 + (0.4 * start.length) / word.length),
    );
  }

  /** Lists longer words that begin with a text, one per stem, the most frequent ones first. */
  listCompletions(start: string): string[] {
    if (start.length < 2) return [];
    const byStem = new Map<string, { word: string; rows: number }>();
    for (const word of this.listWithPrefix(start)) {
      const rows = this.countRows(word);
      const same = byStem.get(stem(word));
      if (word === start || rows === 0) continue;
      if (!same || word.length < same.word.length) byStem.set(stem(word), { word, rows });
    }
    byStem.delete(stem(start));
    return [...byStem.values()].sort((a, b) => b.rows - a.rows).map(({ word }) => word);
  }

  /** Finds the SKUs that are, or begin with, a text of letters and digits without separators. */
  matchSku(text: string, isPrefix: boolean): number[] {
    const words = isPrefix ? this.listWithPrefix(text) : [text];
    const codes = isPrefix ? this.terms.listCodes(text, MAX_PREFIX_WORDS) : [];
    const ids = [...words.flatMap((word) => this.terms.findWord(word) ?? []), ...codes];
    return ids.filter((id) => this.isUsed(id) && this.terms.isSku(id));
  }

  /** Lists the known words that a word is probably a misspelling of, the most frequent ones first. */
  listSimilar(word: string): SimilarWords {
    const known = this.similar.get(word);
    if (known) return known;
    const found = this.findSimilar(word);
    if (this.similar.size >= MAX_STORED_SIMILAR) this.similar.clear();
    this.similar.set(word, found);
    return found;
  }

  /** Whether a word, in one of its forms, is in the catalogue or in the lexicon. */
  isKnown(word: string): boolean {
    return this.match(word).length > 0 || this.lexicon.find(stem(word)).length > 0;
  }

  private findSimilar(word: string): SimilarWords {
    if (word.length < MIN_TYPO_LENGTH || HAS_DIGIT.test(word)) return { words: [], edits: 0 };
    this.typoFinder ??= new TypoFinder(this.listSpellings());
    const { words, edits } = this.typoFinder.findClosest(
      word,
      word.length < MIN_TWO_TYPOS_LENGTH ? 1 : 2,
    );
    const byUse = words
      .map((candidate) => ({ candidate, rows: this.countRows(candidate) }))
      .sort((a, b) => b.rows - a.rows)
      .slice(0, MAX_SIMILAR_WORDS);
    return {
      words: byUse.map(({ candidate }) => candidate),
      edits: words.length === 0 ? 0 : edits,
    };
  }

  private countRows(word: string): number {
    return this.match(word)
      .flatMap(({ termIds }) => termIds)
      .reduce((sum, id) => sum + this.terms.countRows(id), 0);
  }

  private isUsed(id: number): boolean {
    return !this.terms.hasPostings || this.terms.countRows(id) > 0;
  }

  private listSpellings(): string[] {
    const spellings = new Set<string>();
    const add = (word: string) => {
      if (word.length >= MIN_TYPO_LENGTH - 1 && !HAS_DIGIT.test(word)) spellings.add(word);
    };
    for (const [word, id] of this.terms.listWords()) if (this.isUsed(id)) add(word);
    for (const word of this.categoryWords.keys()) add(word);
    for (const word of this.lexicon.words.keys()) add(word);
    return [...spellings];
  }

  /** Without words that have digits: a beginning of a number is another number. */
  private sortWords(): string[] {
    const words = new Set([...this.categoryWords.keys()].filter((word) => !HAS_DIGIT.test(word)));
    for (const [word] of this.terms.listWords()) words.add(word);
    return [...words].sort();
  }

  private listWithPrefix(start: string): string[] {
    this.sortedWords ??= this.sortWords();
    const words = this.sortedWords;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? "") < start) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let i = low; i < words.length && found.length < MAX_PREFIX_WORDS; i++) {
      const word = words[i] ?? "";
      if (!word.startsWith(start)) break;
      found.push(word);
    }
    return found;
  }
}

import { stem, tokenize } from "./fold";
import type { LexiconIndex } from "./lexicon-index";
import type { Vocabulary, WordMatch } from "./vocabulary";

/** One of several ways to satisfy a clause: products need a match of each word. */
export type Alternative = readonly (readonly WordMatch[])[];

/** A word or phrase of the query. */
export interface Clause {
  alternatives: readonly Alternative[];
}

export interface SearchPlan {
  clauses: Clause[];
  /** Terms that are the SKU that the whole query stands for. */
  skuIds: number[];
  /** The words that are searched: those of the query, joined, split and corrected, a SKU as one word. */
  words: string[];
  /** The query with its misspelled words replaced; null without a correction. */
  correctedWords: string[] | null;
  usedSynonyms: string[];
}

export interface PlanOptions {
  /** Whether misspelled words are replaced. */
  correctsTypos: boolean;
  /** Whether the last word is still being typed. */
  isTyping: boolean;
}

const MAX_WORDS = 12;
const MAX_WORD_LENGTH = 40;
const SYNONYM_QUALITY = 0.8;
const RELATED_QUALITY = 0.5;
const ONE_TYPO_QUALITY = 0.7;
const TWO_TYPOS_QUALITY = 0.5;
const MIN_SKU_LENGTH = 4;

/** What a search is planned with. */
export interface PlanContext {
  vocabulary: Vocabulary;
  lexicon: LexiconIndex;
  stopWords: ReadonlySet<string>;
}

/** Decides what each word of a query may stand for. */
export function planSearch(text: string, context: PlanContext, options: PlanOptions): SearchPlan {
  const { vocabulary, lexicon, stopWords } = context;
  const typed = tokenize(text)
    .slice(0, MAX_WORDS)
    .map((word) => word.slice(0, MAX_WORD_LENGTH));
  const words = joinSplitWords(typed, vocabulary);
  const onlyStopWords = words.every((word) => stopWords.has(word));
  const isContent = (word: string) => onlyStopWords || !stopWords.has(word);
  const plan: SearchPlan = {
    clauses: [],
    skuIds: findSku(words, words.filter(isContent), vocabulary),
    words: [],
    correctedWords: null,
    usedSynonyms: [],
  };
  const corrected: string[] = [];
  let hasCorrection = false;
  for (let i = 0; i < words.length; ) {
    const skuLength = addSkuClause(plan, words, i, vocabulary);
    if (skuLength > 0) {
      const parts = words.slice(i, i + skuLength);
      plan.words.push(parts.join(""));
      corrected.push(...parts);
      i += skuLength;
      continue;
    }
    const phrase = words.slice(i, i + findPhraseLength(words, i, lexicon));
    i += phrase.length;
    const content = phrase.filter(isContent);
    const isKnown =
      content.length === 0 ||
      addClause(plan, content, phrase, context, {
        isLast: i === words.length,
        isTyping: options.isTyping,
      });
    const replacement = isKnown ? null : replaceWords(plan, content, context, options);
    plan.words.push(...(replacement ?? phrase));
    corrected.push(...(replacement ?? phrase));
    hasCorrection ||= replacement !== null;
  }
  if (hasCorrection) plan.correctedWords = corrected;
  return plan;
}

/** Adds clauses for words that the catalogue does not have. Returns the words as they are probably meant; null without a guess. */
function replaceWords(
  plan: SearchPlan,
  words: readonly string[],
  context: PlanContext,
  { correctsTypos }: PlanOptions,
): string[] | null {
  const replacements = words.map((word) => {
    const found = correctsTypos ? addCorrectedClause(plan, word, context) : null;
    if (found === null) plan.clauses.push({ alternatives: [] });
    return found;
  });
  if (replacements.every((found) => found === null)) return null;
  return words.map((word, i) => replacements[i] ?? word);
}

/** Adds a clause with the phrase itself and its synonyms. Returns false where nothing in the catalogue matches. */
function addClause(
  plan: SearchPlan,
  content: readonly string[],
  phrase: readonly string[],
  context: PlanContext,
  { isLast, isTyping }: { isLast: boolean; isTyping: boolean },
): boolean {
  const { vocabulary } = context;
  const own = content.map((word) => matchWithoutElision(word, vocabulary));
  const isWhole = own.every((matches) => matches.length > 0);
  const alternatives: Alternative[] = isWhole ? [own] : [];
  alternatives.push(...findSynonyms(isWhole ? null : plan, phrase, context));
  const last = content.at(-1);
  // A word that is still being typed may be the beginning of another one.
  if (isLast && last !== undefined && (isTyping || alternatives.length === 0)) {
    const prefix = vocabulary.matchPrefix(last);
    const before = own.slice(0, -1);
    if (prefix.length > 0 && before.every((matches) => matches.length > 0)) {
      alternatives.push([...before, prefix]);
    }
  }
  if (alternatives.length === 0) return false;
  plan.clauses.push({ alternatives });
  return true;
}

/** Finds the alternatives that the lexicon has for a phrase. Adds them to the plan's synonyms where the catalogue lacks the phrase itself. */
function findSynonyms(
  plan: SearchPlan | null,
  phrase: readonly string[],
  { vocabulary, lexicon, stopWords }: PlanContext,
  quality = 1,
): Alternative[] {
  return lexicon.find(phrase.map(stem).join(" ")).flatMap(({ words, text, isSame }) => {
    const own = quality * (isSame ? SYNONYM_QUALITY : RELATED_QUALITY);
    const content = words.filter((word) => !stopWords.has(word));
    const matches = (content.length > 0 ? content : words).map((word) =>
      vocabulary.match(word, own),
    );
    if (matches.some((found) => found.length === 0)) return [];
    if (plan && !plan.usedSynonyms.includes(text)) plan.usedSynonyms.push(text);
    return [matches];
  });
}

/** Adds a clause for the words that this one is probably a misspelling of. Returns the likeliest one. */
function addCorrectedClause(plan: SearchPlan, word: string, context: PlanContext): string | null {
  const { vocabulary } = context;
  const { words, edits } = vocabulary.listSimilar(word);
  const quality = edits === 1 ? ONE_TYPO_QUALITY : TWO_TYPOS_QUALITY;
  const alternatives = words.flatMap((similar) => {
    const own = vocabulary.match(similar, quality);
    return [...(own.length > 0 ? [[own]] : []), ...findSynonyms(plan, [similar], context, quality)];
  });
  if (alternatives.length === 0) return null;
  plan.clauses.push({ alternatives });
  return words[0] ?? null;
}

/** "dappui" is "appui". */
function matchWithoutElision(word: string, vocabulary: Vocabulary): WordMatch[] {
  const matches = vocabulary.match(word);
  const [, rest] = /^(?:d|l|qu)([aeiouyh][a-z]{3,})$/.exec(word) ?? [];
  return matches.length === 0 && rest !== undefined ? vocabulary.match(rest, 0.9) : matches;
}

/** "lave mains" is "lavemains" where the catalogue has that word only, and the reverse. */
function joinSplitWords(typed: readonly string[], vocabulary: Vocabulary): string[] {
  const words: string[] = [];
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i] ?? "";
    const next = typed[i + 1] ?? "";
    if (isOneWord(word, next, vocabulary)) {
      words.push(word + next);
      i += 1;
    } else {
      words.push(...splitWord(word, vocabulary));
    }
  }
  return words;
}

function isOneWord(word: string, next: string, vocabulary: Vocabulary): boolean {
  if (next === "" || word.length + next.length < MIN_JOINED_LENGTH) return false;
  if (vocabulary.isKnown(word) && vocabulary.isKnown(next)) return false;
  return vocabulary.match(word + next).length > 0;
}

const MIN_JOINED_LENGTH = 5;

function splitWord(word: string, vocabulary: Vocabulary): string[] {
  if (/[0-9]/.test(word) || vocabulary.isKnown(word)) return [word];
  if (vocabulary.listSimilar(word).edits === 1) return [word];
  for (let at = word.length - 4; at >= 4; at--) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => vocabulary.match(part).length > 0)) return parts;
  }
  return [word];
}

function findPhraseLength(words: readonly string[], start: number, lexicon: LexiconIndex): number {
  const stems = words.slice(start, start + lexicon.maxWords).map(stem);
  for (let length = stems.length; length > 1; length--) {
    if (lexicon.find(stems.slice(0, length).join(" ")).length > 0) return length;
  }
  return 1;
}

/** Adds a clause for a SKU that begins at a word. Returns the number of its words. */
function addSkuClause(
  plan: SearchPlan,
  words: readonly string[],
  start: number,
  vocabulary: Vocabulary,
): number {
  for (let length = Math.min(MAX_SKU_WORDS, words.length - start); length > 0; length--) {
    const text = words.slice(start, start + length).join("");
    const termIds = /[0-9]/.test(text) ? vocabulary.matchSku(text, false) : [];
    if (termIds.length === 0) continue;
    plan.clauses.push({ alternatives: [[[{ termIds, categories: [], quality: 1 }]]] });
    return length;
  }
  return 0;
}

const MAX_SKU_WORDS = 4;

/** The whole query, or all but its stop words, is a SKU, or the beginning of SKUs with letters and digits. */
function findSku(
  words: readonly string[],
  content: readonly string[],
  vocabulary: Vocabulary,
): number[] {
  const texts = [...new Set([words.join(""), content.join("")])];
  const exact = texts.flatMap((text) => vocabulary.matchSku(text, false));
  if (exact.length > 0) return exact;
  return texts
    .filter((text) => text.length >= MIN_SKU_LENGTH && /[a-z]/.test(text) && /[0-9]/.test(text))
    .flatMap((text) => vocabulary.matchSku(text, true));
}

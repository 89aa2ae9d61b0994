import { STOP_WORDS } from "../engine";
import { stem, tokenize } from "../fold";

/**
 * Writes a word as the index has it: without endings and articles, and with "." and "/" as letters, because the tokenizer of
 * Meilisearch splits there.
 */
export function toIndexWord(word: string): string {
  return stem(word).replaceAll(".", "dot").replaceAll("/", "slash");
}

/** A word with digits has no typos and no beginnings. */
export function isCode(word: string): boolean {
  return /[0-9]/.test(word);
}

/** The stop words whose stem is no other word. */
export const INDEX_STOP_WORDS: ReadonlySet<string> = new Set(
  [...STOP_WORDS].filter((word) => toIndexWord(word) === word),
);

/** Writes a text in the words of the index, without stop words. */
export function toIndexText(text: string): string {
  return tokenize(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(toIndexWord)
    .join(" ");
}

import { foldText } from "@/domain/search/fold";

/** A part of a text as UTF-16 offsets, `end` excluded. */
export interface TextRange {
  start: number;
  end: number;
}

const ARABIC = /\p{Script=Arabic}/u;
/** The article and the particles that are written together with the next word. */
const ARABIC_PREFIX = "(?:[وف]?(?:ال|بال|لل)|[وف])?";
const ARTICLE = /^(?:ال|بال|لل)(?=..)/u;
const PLURAL = /(?<=\p{L}{3})[sx]$/u;
const MIN_WORD_LENGTH = 2;

/** Finds where words of `text` begin with words of `query`, whatever their accents, case, article and plural. */
export function findMatches(text: string, query: string): TextRange[] {
  const { folded, offsets } = foldWithOffsets(text);
  const matches = listWords(query).flatMap((word) =>
    Array.from(folded.matchAll(buildPattern(word)), ({ index, 0: whole, groups }): TextRange => {
      const end = index + whole.length;
      const start = end - (groups?.word ?? whole).length;
      return { start: offsets[start] ?? 0, end: offsets[end] ?? text.length };
    }),
  );
  return mergeRanges(matches);
}

function listWords(query: string): string[] {
  const words = foldWithOffsets(query).folded.split(/[^\p{L}\p{N}]+/u);
  return words
    .map((word) => word.replace(ARTICLE, "").replace(PLURAL, ""))
    .filter((word) => word.length >= MIN_WORD_LENGTH);
}

/** Where a word begins; the second number of "60x60" does too. */
const BEGINNING = String.raw`(?:(?<![\p{L}\p{N}])|(?<=\p{N}x)(?=\p{N}))`;
const PLURAL_ENDING = String.raw`(?:(?<=\p{L})[sx])?`;

/** A word consists of letters and digits only, so it needs no escaping. */
function buildPattern(word: string): RegExp {
  const prefix = ARABIC.test(word) ? ARABIC_PREFIX : "";
  return new RegExp(`${BEGINNING}${prefix}(?<word>${word}${PLURAL_ENDING})`, "gu");
}

/** Folds each character for itself; `offsets` maps each unit of the folded text, and its end, to the original. */
function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = "";
  let offset = 0;
  const offsets: number[] = [];
  for (const character of text) {
    const letters = foldCharacter(character);
    folded += letters;
    for (let i = 0; i < letters.length; i += 1) offsets.push(offset);
    offset += character.length;
  }
  offsets.push(text.length);
  return { folded, offsets };
}

/** A space alone folds to nothing, but it separates words. */
function foldCharacter(character: string): string {
  return foldText(character) || (/\s/u.test(character) ? " " : "");
}

function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

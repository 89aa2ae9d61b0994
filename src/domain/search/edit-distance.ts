/**
 * Finds words by their letters. A word whose set of letters differs in more than two letters per edit is not compared, which leaves
 * a few hundred of many thousands.
 */
export class TypoFinder {
  private readonly words: readonly string[];
  private readonly masks: Uint32Array;

  constructor(words: readonly string[]) {
    this.words = words;
    this.masks = Uint32Array.from(words, toLetterMask);
  }

  /** Lists the words at the smallest distance of at most `maxEdits` from `word`. */
  findClosest(word: string, maxEdits: number): { words: string[]; edits: number } {
    const mask = toLetterMask(word);
    const found: { words: string[]; edits: number } = { words: [], edits: maxEdits };
    for (const [i, candidate] of this.words.entries()) {
      if (countBits((this.masks[i] ?? 0) ^ mask) > 2 * found.edits) continue;
      if (Math.abs(candidate.length - word.length) > found.edits) continue;
      const edits = measureDistance(word, candidate, found.edits);
      if (edits > found.edits) continue;
      if (edits < found.edits) found.words = [];
      found.edits = edits;
      found.words.push(candidate);
    }
    return found;
  }
}

/** One bit per letter, modulo 32. */
function toLetterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask >>> 0;
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The number of letters to add, remove, replace or swap with their neighbour; `max + 1` where it is more than `max`. (Optimal string
 * alignment.)
 */
export function measureDistance(a: string, b: string, max: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = buildRow(a, b, i, last, before);
    if (Math.min(...row) > max) return max + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, max + 1);
}

/** The distances of the first `i` letters of `a` to each beginning of `b`. */
function buildRow(
  a: string,
  b: string,
  i: number,
  last: readonly number[],
  before: readonly number[],
): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const replaced = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
    const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : replaced;
    row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
  }
  return row;
}

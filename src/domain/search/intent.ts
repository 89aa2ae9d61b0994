/** A search that a person made; `at` in milliseconds since the epoch. */
export interface TimedSearch {
  q: string;
  at: number;
}

/** Texts that follow each other faster than this are keystrokes of one search. */
const KEYSTROKE_GAP_MS = 2_000;
const MAX_INTENT_GAP_MS = 30 * 60 * 1000;
const MAX_CHANGED_LENGTH = 2;
/** Below this length, one edit can turn a word into any other. */
const MIN_COMPARED_LENGTH = 3;

/**
 * Whether a search continues the previous one: the same text, a text that is still being typed, or a small edit.
 * A chain of searches in which each continues the previous one counts as one intent. Browsers load this file.
 */
export function isSameIntent(previous: TimedSearch, next: TimedSearch): boolean {
  const gap = next.at - previous.at;
  return (gap >= 0 && gap <= KEYSTROKE_GAP_MS) || isSameSearch(previous, next);
}

/** The same for texts whose typing has ended: the same text again, or a small edit. */
export function isSameSearch(previous: TimedSearch, next: TimedSearch): boolean {
  const gap = next.at - previous.at;
  if (gap < 0 || gap > MAX_INTENT_GAP_MS) return false;
  const [before, after] = [normalize(previous.q), normalize(next.q)];
  return before === after || isSmallEdit(before, after);
}

function normalize(q: string): string {
  return q.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function isSmallEdit(before: string, after: string): boolean {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  if (shorter.length < MIN_COMPARED_LENGTH) return false;
  const start = countEqual(shorter, longer, (text, index) => text[index]);
  if (start === shorter.length) return true;
  const end = countEqual(shorter.slice(start), longer.slice(start), (text, index) =>
    text.at(-1 - index),
  );
  return longer.length - start - end <= MAX_CHANGED_LENGTH;
}

/** Counts the characters that both texts have in common, in the order of `read`. */
function countEqual(
  shorter: string,
  longer: string,
  read: (text: string, index: number) => string | undefined,
): number {
  let count = 0;
  while (count < shorter.length && read(shorter, count) === read(longer, count)) count++;
  return count;
}

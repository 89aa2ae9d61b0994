import type { ReactNode } from "react";
import { hasRightToLeft, splitFigures } from "@/lib/format/bidi";
import { findMatches, type TextRange } from "./find-matches";

interface Props {
  text: string;
  query: string;
}

/** Marks the words of the query, and isolates figures in Arabic text as `BidiText` does. */
export function HighlightedText({ text, query }: Props): ReactNode {
  const matches = findMatches(text, query);
  const parts = hasRightToLeft(text) ? splitFigures(text) : [{ text, isFigures: false }];
  let start = 0;
  return parts.map((part) => {
    const range = { start, end: start + part.text.length };
    start = range.end;
    const content = markMatches(text, range, matches);
    return part.isFigures ? (
      <bdi key={range.start} dir="ltr">
        {content}
      </bdi>
    ) : (
      content
    );
  });
}

/** Returns the part of the text in `range`, with its matches in `mark`. */
function markMatches(text: string, range: TextRange, matches: readonly TextRange[]): ReactNode[] {
  const inside = matches
    .map(({ start, end }) => ({
      start: Math.max(start, range.start),
      end: Math.min(end, range.end),
    }))
    .filter(({ start, end }) => start < end);
  const ends = [range.start, ...inside.map(({ end }) => end)];
  const marked = inside.flatMap(({ start, end }, i) => [
    text.slice(ends[i], start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return [...marked, text.slice(ends.at(-1), range.end)];
}

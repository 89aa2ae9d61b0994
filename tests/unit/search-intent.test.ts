import { describe, expect, it } from "vitest";
import { isSameIntent } from "@/domain/search/intent";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

function follows(before: string, after: string, gapMs: number): boolean {
  return isSameIntent({ q: before, at: 1_000_000 }, { q: after, at: 1_000_000 + gapMs });
}

/** Counts the intents in a series of searches with the seconds between them. */
function countIntents(...searches: (readonly [q: string, secondsSinceLast: number])[]): number {
  let count = 0;
  let previous: { q: string; at: number } | null = null;
  let at = 0;
  for (const [q, seconds] of searches) {
    at += seconds * SECOND;
    const next = { q, at };
    if (!previous || !isSameIntent(previous, next)) count++;
    previous = next;
  }
  return count;
}

describe("A search continues the previous one", () => {
  it.each([
    [
      "the same text minutes later: another page, a filter, the way back",
      "lavabo",
      "lavabo",
      20 * MINUTE,
    ],
    ["the same text in another case, with other spaces", " Lavabo  blanc", "lavabo blanc", MINUTE],
    ["any text within two seconds", "mitigeur", "évier", 2 * SECOND],
    ["a text that goes on", "carr", "carrelage", 10 * SECOND],
    ["a text with one word more", "robinet", "robinet de cuisine", MINUTE],
    ["a text that is being deleted", "carrelage", "carre", 10 * SECOND],
    ["a letter more in the middle", "lavbo", "lavabo", 10 * SECOND],
    ["another letter", "lavebo", "lavabo", 10 * SECOND],
    ["two letters in the other order", "lavbao", "lavabo", 10 * SECOND],
    ["an Arabic plural", "مغسلة", "مغسلات", 10 * SECOND],
  ])("%s", (_, before, after, gap) => {
    expect(follows(before, after, gap)).toBe(true);
  });
});

describe("A search is a new intent", () => {
  it.each([
    ["another word", "lavabo", "carrelage", 3 * SECOND],
    ["a word with the same beginning", "carrelage", "carrosserie", 3 * SECOND],
    ["a short text that one edit turns into another", "wc", "ac", 3 * SECOND],
    ["the same text after half an hour", "lavabo", "lavabo", 31 * MINUTE],
    ["a clock that was set back", "lavabo", "lavabo", -SECOND],
  ])("%s", (_, before, after, gap) => {
    expect(follows(before, after, gap)).toBe(false);
  });
});

describe("A series of searches", () => {
  it("counts keystrokes as one intent, slow ones too", () => {
    expect(countIntents(["car", 0], ["carre", 1], ["carrelage", 5], ["carrelage 60", 8])).toBe(1);
  });

  it("counts a corrected text as one intent, and another subject as another", () => {
    expect(countIntents(["zeliges", 0], ["zelliges", 9], ["zellige", 4], ["ciment", 30])).toBe(2);
  });
});

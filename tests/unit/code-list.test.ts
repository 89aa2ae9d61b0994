import { describe, expect, it } from "vitest";
import { CodeList } from "@/domain/catalogue/listing-index/words/code-list";

/** The same numbers in every run. */
function createRandom(seed: number) {
  let state = seed;
  return (max: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % max;
  };
}

const ALPHABET = [..."ab019é٣م", "\u{1F600}"];

function buildWords(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const buildWord = () =>
    Array.from({ length: 1 + random(5) }, () => ALPHABET[random(ALPHABET.length)]).join("");
  return [...new Set(Array.from({ length: count }, buildWord))];
}

const sortByBytes = (words: readonly string[]) =>
  words.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

describe("A list of codes", () => {
  it.each([
    ["sorted", sortByBytes],
    ["in any order", (words: readonly string[]) => words],
    [
      "sorted but for the last",
      (words: readonly string[]) => sortByBytes(words).toReversed().slice(1),
    ],
  ])("finds each word and each beginning like a map: %s", (_, arrange) => {
    for (const seed of [1, 2, 3]) {
      const words = arrange(buildWords(400, seed));
      const list = new CodeList();
      const ids = new Map(words.map((word, id) => [word, id]));
      for (const [word, id] of ids) list.add(word, id);
      for (const word of words) list.add(word, 999_999);
      expect(list.size).toBe(ids.size);
      for (const word of [...words, ...buildWords(400, seed + 10), ""]) {
        expect(list.find(word), word).toBe(ids.get(word));
        const expected = [...ids].filter(([each]) => each.startsWith(word)).map(([, id]) => id);
        expect(new Set(list.listByPrefix(word, 1_000)), word).toEqual(new Set(expected));
        expect(list.listByPrefix(word, 2)).toHaveLength(Math.min(2, expected.length));
      }
    }
  });
});

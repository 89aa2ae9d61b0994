import { describe, expect, it } from "vitest";
import { RowScores } from "@/domain/catalogue/listing-index/words/row-scores";
import { createRandom } from "../support/random";

const SIZE = 3_000;

describe("Scores of rows", () => {
  it("hold the highest score of each row, and nothing of an earlier search", () => {
    const random = createRandom(1);
    const scores = new RowScores();
    for (let search = 0; search < 20; search++) {
      const size = SIZE + search;
      scores.reset(size);
      expect(scores.rows).toHaveLength(0);
      const expected = new Map<number, number>();
      for (let i = 0; i < 50 * search; i++) {
        const n = random(size);
        const score = random(256);
        scores.raise(n, score);
        if (score > (expected.get(n) ?? 0)) expected.set(n, score);
      }
      expect(scores.rows).toHaveLength(expected.size);
      expect(new Map(Array.from(scores.rows, (n) => [n, scores.get(n)]))).toEqual(expected);
      expect(scores.get(size - 1)).toBe(expected.get(size - 1) ?? 0);
    }
  });
});

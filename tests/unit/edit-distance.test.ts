import { describe, expect, it } from "vitest";
import { measureDistance, TypoFinder } from "@/domain/search/edit-distance";

describe("The distance of two words", () => {
  it.each([
    ["robinet", "robinet", 0],
    ["robinet", "robinett", 1],
    ["robinet", "robint", 1],
    ["robinet", "rubinet", 1],
    ["robinet", "robient", 1],
    ["carrelage", "karelage", 2],
    ["خلاط", "خلط", 1],
    ["", "ab", 2],
  ])("from « %s » to « %s » is %i", (a, b, distance) => {
    expect(measureDistance(a, b, 3)).toBe(distance);
    expect(measureDistance(b, a, 3)).toBe(distance);
  });

  it("is one more than the limit beyond it", () => {
    expect(measureDistance("lavabo", "marteau", 2)).toBe(3);
  });
});

describe("The closest words", () => {
  const words = ["robinet", "robinets", "lavabo", "miroir", "mitigeur"];

  it("are all those at the smallest distance", () => {
    const finder = new TypoFinder(words);
    expect(finder.findClosest("robinte", 2)).toEqual({ words: ["robinet"], edits: 1 });
    expect(finder.findClosest("robinetz", 1).words).toEqual(["robinet", "robinets"]);
    expect(finder.findClosest("introuvable", 2).words).toEqual([]);
  });

  it("are the same as without the comparison of letters", () => {
    const alphabet = "abcdeأبت";
    const all = Array.from({ length: 400 }, (_, i) =>
      Array.from({ length: 3 + (i % 5) }, (__, k) => alphabet[(i * 7 + k * k * 3) % 8]).join(""),
    );
    const finder = new TypoFinder(all);
    for (const word of all.slice(0, 60)) {
      const typo = `${word.slice(0, 2)}${word.slice(3)}`;
      const closest = Math.min(...all.map((candidate) => measureDistance(typo, candidate, 2)));
      const expected = all.filter((candidate) => measureDistance(typo, candidate, 2) === closest);
      expect(finder.findClosest(typo, 2).words).toEqual(closest > 2 ? [] : expected);
    }
  });
});

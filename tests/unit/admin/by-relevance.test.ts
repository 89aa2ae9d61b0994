import { describe, expect, it } from "vitest";
import { sortByRelevance } from "@/app/admin/_components/product-picker/by-relevance";

describe("The product search of a campaign", () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));
  const names = (words: string, ...all: string[]) =>
    sortByRelevance(named(...all), words).map(({ name }) => name);

  it("lists products with the word in their name first", () => {
    expect(
      names("zellige", "Marteau de zelligeur", "Colle", "Zellige vert", "Grand zellige"),
    ).toEqual(["Zellige vert", "Marteau de zelligeur", "Grand zellige", "Colle"]);
  });

  it("ignores accents and requires all words", () => {
    expect(names("evier inox", "Inox brossé", "Évier en grès", "Évier inox 1 bac")).toEqual([
      "Évier inox 1 bac",
      "Évier en grès",
      "Inox brossé",
    ]);
  });
});

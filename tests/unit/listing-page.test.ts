import { expect, it } from "vitest";
import { moveSmallestFirst } from "@/domain/catalogue/listing-index/page";

it("The smallest keys come first, for every number of keys and every length", () => {
  for (let length = 1; length < 40; length++) {
    const keys = Float64Array.from({ length }, (_, i) => (i * i * 7919) % 31);
    const sorted = keys.toSorted();
    for (let count = 1; count <= length; count++) {
      const moved = keys.slice();
      moveSmallestFirst(moved, count);
      expect(moved.slice(0, count).sort()).toEqual(sorted.slice(0, count));
      expect(moved.slice().sort()).toEqual(sorted);
    }
  }
});

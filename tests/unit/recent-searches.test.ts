import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  addRecentSearch,
  clearRecentSearches,
  listRecentSearches,
  removeRecentSearch,
} from "@/app/(shop)/_components/search/suggestions/recent-searches";

const KEY = "recent-searches";
let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

describe("Recent searches", () => {
  it("keep the last four, newest first, each once", () => {
    for (const words of ["zellige", "évier", "خلاط", "mortier", "Zellige", "lavabo"]) {
      addRecentSearch(words);
    }
    expect(listRecentSearches()).toEqual(["lavabo", "Zellige", "mortier", "خلاط"]);
  });

  it("are removed one by one or all together, without a trace", () => {
    addRecentSearch("évier");
    addRecentSearch("lavabo");
    removeRecentSearch("évier");
    expect(listRecentSearches()).toEqual(["lavabo"]);
    clearRecentSearches();
    expect(stored.size).toBe(0);
  });

  it("leave out empty texts", () => {
    addRecentSearch("  ");
    expect(listRecentSearches()).toEqual([]);
  });

  it.each(["{", "null", '{"0":"a"}', '[1,null,"",{"a":1}]'])(
    "ignore the stored text %s",
    (text) => {
      stored.set(KEY, text);
      expect(listRecentSearches()).toEqual([]);
    },
  );

  it("are empty where storage is blocked", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(() => addRecentSearch("évier")).not.toThrow();
    expect(listRecentSearches()).toEqual([]);
  });
});

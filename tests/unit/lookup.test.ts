import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookup } from "@/lib/lookup";

const ROOTS = ["src", "emails"];

function sources(): [string, string][] {
  return ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((file) => join(root, file))
      .filter((file) => /\.tsx?$/.test(file) && !/generated|src\/data/.test(file))
      .map((file): [string, string] => [file, readFileSync(file, "utf8")]),
  );
}

/** A name declared as a dictionary of arbitrary strings: a variable, a parameter, a property. */
const DICTIONARY =
  /\b(\w+)\??\s*:\s*(?:Readonly<|Partial<)*(?:Record<\s*string\s*,|\{\s*\[\w+:\s*string\])/g;
/** A non-literal index: `names[word]`, `names?.[word]`. */
const INDEX = /\b(\w+)(?:\?\.)?\[([^\]'"`\d][^\]]*)\]/g;
/** An index with a cast: `values[typed as Variable]`. */
const CAST = /\w\[[^\][]*\bas (?!const\b)[^\][]*\]/;

function findUnsafeReads(source: string): string[] {
  const dictionaries = new Set([...source.matchAll(DICTIONARY)].map(([, name]) => name));
  return source
    .split("\n")
    .filter((line) => !line.includes("Object.hasOwn("))
    .filter(
      (line) =>
        CAST.test(line) ||
        [...line.matchAll(INDEX)].some(
          ([whole, name = ""]) => dictionaries.has(name) && !whole.includes(": "),
        ),
    )
    .map((line) => line.trim());
}

describe("A plain object with a dynamic key", () => {
  it("is read by lookup or Object.hasOwn, or is a Map", () => {
    const found = sources().flatMap(([file, source]) =>
      findUnsafeReads(source).map((line) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    "const NAMES: Record<string, string> = {};\nconst name = NAMES[word];",
    "function f(values: Readonly<Record<string, number>>) {\n  return values?.[name];\n}",
    "const value = values[typed as Variable];",
  ])("is detected when it is read directly: %s", (source) => {
    expect(findUnsafeReads(source)).toHaveLength(1);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "yields no inherited %s",
    (word) => {
      expect(lookup({ name: "value" }, word)).toBeUndefined();
      expect(lookup(JSON.parse(`{"${word}": "own"}`), word)).toBe("own");
    },
  );
});

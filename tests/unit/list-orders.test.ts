import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const sources = ["src/domain", "src/lib", "src/app"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => join(root, file))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(file, "utf8")] as const),
);

const TIME = /(?:At|On|date|day)$/;

/** The last key of each sort order must be unique, since two rows may share a millisecond. */
function lastKeys(source: string): string[] {
  const inPrisma = [...source.matchAll(/orderBy:\s*(\{[^{}]*\}|\[[^\]]*\])/g)].map(
    ([, order = ""]) => [...order.matchAll(/(\w+):/g)].at(-1)?.[1] ?? "",
  );
  const inSql = [...source.matchAll(/ORDER BY ((?:[^`)\n]|\([^)]*\))*)/g)].map(
    ([, order = ""]) =>
      [...order.replace(/\b(?:LIMIT|OFFSET|FOR UPDATE).*/s, "").matchAll(/"(\w+)"/g)].at(-1)?.[1] ??
      "",
  );
  return [...inPrisma, ...inSql];
}

describe("A sort order by time", () => {
  it("ends with a unique key", () => {
    const found = sources.flatMap(([file, source]) =>
      lastKeys(source)
        .filter((key) => TIME.test(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['orderBy: { createdAt: "desc" }', "createdAt"],
    ['orderBy: [{ createdAt: "desc" }, { id: "asc" }]', "id"],
    ['ORDER BY p."publishAt" DESC LIMIT 3`', "publishAt"],
    ['ORDER BY p."publishAt" DESC, p."id" LIMIT 3`', "id"],
  ])("is extracted from %s", (source, key) => {
    expect(lastKeys(source)).toEqual([key]);
  });
});

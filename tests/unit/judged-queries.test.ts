import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { products } from "@/data/products";

interface JudgedQuery {
  query: string;
  locale: string;
  kind: string;
  grades: Record<string, number>;
}

const judged: JudgedQuery[] = JSON.parse(readFileSync("tests/search/judged.json", "utf8"));

const KINDS = [
  "french",
  "phrase",
  "plural",
  "accents",
  "typo",
  "sku",
  "size",
  "brand",
  "material",
  "colour",
  "arabic",
  "arabic-letters",
  "darija",
  "category",
  "intent",
];
const SLUGS = new Set(products.map(({ slug }) => slug));

describe("The judged queries", () => {
  it("are at least 150, and at least 12 of each kind", () => {
    const counts = new Map(KINDS.map((kind) => [kind, 0]));
    for (const { kind } of judged) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect(judged.length).toBeGreaterThanOrEqual(150);
    expect([...counts.keys()]).toEqual(KINDS);
    expect([...counts].filter(([, count]) => count < 12)).toEqual([]);
  });

  it("each have a query, a language and grades from 1 to 3, of which one is 3", () => {
    const wrong = judged.filter(({ query, locale, grades }) => {
      const values = Object.values(grades);
      return (
        query.trim() === "" ||
        !["fr", "ar"].includes(locale) ||
        !values.includes(3) ||
        values.some((grade) => ![1, 2, 3].includes(grade))
      );
    });
    expect(wrong).toEqual([]);
  });

  it("are not repeated within a language", () => {
    const keys = judged.map(({ query, locale }) => `${locale} ${query.normalize("NFC")}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("grade products of the demo catalogue only", () => {
    const unknown = judged.flatMap(({ grades }) =>
      Object.keys(grades).filter((slug) => !SLUGS.has(slug)),
    );
    expect(unknown).toEqual([]);
  });

  it("give each product of the catalogue at least one 3", () => {
    const wanted = new Set(
      judged.flatMap(({ grades }) =>
        Object.entries(grades).flatMap(([slug, grade]) => (grade === 3 ? [slug] : [])),
      ),
    );
    expect([...SLUGS].filter((slug) => !wanted.has(slug))).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { getCatalogueIndex } from "@/domain/catalogue/listing-index/current";
import { search } from "@/domain/search/published";
import { evaluate, type JudgedQuery } from "../../scripts/bench/relevance";
import { storeDemoCatalogue } from "../support/demo-catalogue";

const judged: JudgedQuery[] = JSON.parse(readFileSync("tests/search/judged.json", "utf8"));

let evaluation: Awaited<ReturnType<typeof evaluate>>;

beforeAll(async () => {
  await storeDemoCatalogue();
  while (!(await getCatalogueIndex()));
  evaluation = await evaluate(judged, async ({ query, locale }) => {
    const answer = await search({ q: query, locale, page: 1, pageSize: 10, sort: "relevance" });
    return answer.items.map(({ slug }) => slug);
  });
}, 120_000);

describe("The search", () => {
  it("ranks the judged queries with an nDCG@10 of at least 0.92", () => {
    expect(evaluation.average(evaluation.kinds, "ndcg")).toBeGreaterThanOrEqual(0.92);
  });

  it("finds at least 95 % of the products behind one typo", () => {
    expect(evaluation.average(["typo"], "recall")).toBeGreaterThanOrEqual(0.95);
  });

  it("puts the product of a SKU first", () => {
    expect(evaluation.average(["sku"], "first")).toBe(1);
  });

  it("finds Arabic words with other letters, vowel signs or without hamza", () => {
    expect(evaluation.average(["arabic-letters"], "recall")).toBe(1);
  });
});

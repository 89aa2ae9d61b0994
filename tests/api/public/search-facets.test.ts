import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/public/products/search/route";
import type { Facets } from "@/domain/catalogue/schema";
import { buildCategory, buildProduct } from "../../support/build";
import { call } from "../../support/call";

beforeAll(async () => {
  const traps = await buildCategory({ slug: "vidages", name: "Vidages" });
  const sinks = await buildCategory({ slug: "eviers", name: "Éviers" });
  for (const finish of ["blanc", "chrome"]) {
    await buildProduct({ name: `Siphon ${finish}`, basePrice: 10, categoryId: traps.id });
  }
  await buildProduct({ name: "Siphon laiton", basePrice: 100, categoryId: sinks.id });
});

async function listCategories(rest = ""): Promise<[string, number, boolean][]> {
  const { body } = await call(GET, { query: `q=siphon${rest}` });
  const facets: Facets | undefined = body?.facets;
  return facets?.categories.map(({ slug, count, selected }) => [slug, count, selected]) ?? [];
}

describe("The categories of a search", () => {
  it("are listed by their number of products", async () => {
    expect(await listCategories()).toEqual([
      ["vidages", 2, false],
      ["eviers", 1, false],
    ]);
  });

  it("stay in their place with the counts of the other filters", async () => {
    expect(await listCategories("&minPrice=50")).toEqual([
      ["vidages", 0, false],
      ["eviers", 1, false],
    ]);
  });

  it("are counted without the choice of one of them", async () => {
    expect(await listCategories("&category=eviers")).toEqual([
      ["vidages", 2, false],
      ["eviers", 1, true],
    ]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/public/products/route";
import { GET as SEARCH } from "@/app/api/public/products/search/route";
import type { FacetGroup, ProductCard } from "@/domain/catalogue/schema";
import { buildCategory, buildProduct } from "../../support/build";
import { call } from "../../support/call";

beforeAll(async () => {
  const { id: categoryId } = await buildCategory({ slug: "robinets" });
  const facts = (value: string, valueAr: string) => [
    { name: "Pose", nameAr: "التركيب", value, valueAr },
  ];
  const products = [
    ["bain", "Robinet bain", "خلاط مطبخ", "A poser", "ي"],
    ["douche", "Robinet douche", "إبريق", "B encastré", "ب"],
    ["evier", "Robinet évier", "أنبوب", "C mural", "أ"],
    ["sans-arabe", "Robinet a", null, "A poser", "ي"],
    ["lavabo", "Robinet lavabo", "خلاط حوض", "B encastré", "ب"],
    ["wc", "Robinet wc", "بطارية", "C mural", "أ"],
  ] as const;
  for (const [slug, name, nameAr, value, valueAr] of products) {
    await buildProduct({ slug, name, nameAr, categoryId, facts: facts(value, valueAr) });
  }
});

const FRENCH = ["sans-arabe", "bain", "douche", "evier", "lavabo", "wc"];
/** ا (أ and إ count as ا), ب, خ; Latin letters come before them. */
const ARABIC = ["sans-arabe", "douche", "evier", "wc", "lavabo", "bain"];

describe.each([
  ["the list", GET, "category=robinets"],
  ["the search", SEARCH, "q=robinet"],
])("sort=name in %s", (_, route, query) => {
  const slugs = async (more: string) => {
    const { body } = await call(route, { query: `${query}&sort=name${more}` });
    return body?.data.map(({ slug }: ProductCard) => slug);
  };

  it("sorts by French names, unless another language is requested", async () => {
    expect(await slugs("")).toEqual(FRENCH);
    expect(await slugs("&locale=fr")).toEqual(FRENCH);
  });

  it("sorts by Arabic names in Arabic, and by the French name when there is no Arabic one", async () => {
    expect(await slugs("&locale=ar")).toEqual(ARABIC);
  });

  it("uses the same order on each page", async () => {
    const pages = [];
    for (const page of [1, 2, 3])
      pages.push(...(await slugs(`&locale=ar&pageSize=2&page=${page}`)));
    expect(pages).toEqual(ARABIC);
  });

  it("rejects an unsupported language", async () => {
    const { status } = await call(route, { query: `${query}&locale=en` });
    expect(status).toBe(400);
  });
});

describe("Filter values with equal counts", () => {
  const values = async (locale: string) => {
    const { body } = await call(GET, { query: `category=robinets&locale=${locale}` });
    const group = body?.facets.options.find(({ name }: FacetGroup) => name === "Pose");
    return group.values.map(({ value }: { value: string }) => value);
  };

  it("are sorted by the order of the reader's language", async () => {
    expect(await values("fr")).toEqual(["A poser", "B encastré", "C mural"]);
    expect(await values("ar")).toEqual(["C mural", "B encastré", "A poser"]);
  });
});

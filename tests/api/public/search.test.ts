import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/public/products/search/route";
import type { ProductCard } from "@/domain/catalogue/schema";
import { buildCategory, buildProduct, buildVariationInput } from "../../support/build";
import { call } from "../../support/call";

beforeAll(async () => {
  const taps = await buildCategory({ name: "Robinetterie", nameAr: "الصنابير" });
  const tiles = await buildCategory({ name: "Carrelage", nameAr: "البلاط" });
  await buildProduct({
    slug: "mitigeur-evier",
    name: "Mitigeur d'évier à douchette",
    nameAr: "خلاّط المغسلة",
    sku: "ROB-0101",
    categoryId: taps.id,
    variations: { create: [buildVariationInput("Couleur", "Noir", { sku: "ROB-0101-NM" })] },
  });
  await buildProduct({
    slug: "mitigeur-lavabo",
    name: "Mitigeur pour lavabos",
    description: "Aussi pour un petit évier de cuisine, à la rigueur.",
    categoryId: taps.id,
  });
  await buildProduct({
    slug: "gres-60",
    name: "Grès cérame 60×60 cm",
    nameAr: "بلاط ٦٠×٦٠",
    categoryId: tiles.id,
    facts: [{ name: "Finition", value: "Rectifié", valueAr: "مصقول" }],
  });
  await buildProduct({ slug: "brouillon", name: "Mitigeur secret", status: "DRAFT" });
});

const search = async (q: string, rest = "") =>
  (await call(GET, { query: `q=${encodeURIComponent(q)}${rest}` })).body?.data.map(
    ({ slug }: ProductCard) => slug,
  );

describe("GET /api/public/products/search", () => {
  it.each([
    ["évier", ["mitigeur-evier", "mitigeur-lavabo"]],
    ["EVIER", ["mitigeur-evier", "mitigeur-lavabo"]],
    ["éviers", ["mitigeur-evier", "mitigeur-lavabo"]],
    ["mitigeur evi", ["mitigeur-evier", "mitigeur-lavabo"]],
    ["lavabo", ["mitigeur-lavabo", "mitigeur-evier"]],
    ["lavabos", ["mitigeur-lavabo", "mitigeur-evier"]],
    ["lavavo", ["mitigeur-lavabo", "mitigeur-evier"]],
    ["60x60", ["gres-60"]],
    ["60 × 60cm", ["gres-60"]],
    ["grès rectifié", ["gres-60"]],
    ["خلاط", ["mitigeur-evier", "mitigeur-lavabo"]],
    ["مغسله", ["mitigeur-evier", "mitigeur-lavabo"]],
    ["بلاط 60x60", ["gres-60"]],
    ["البلاط", ["gres-60"]],
    ["carrelage", ["gres-60"]],
    ["ROB-0101", ["mitigeur-evier"]],
    ["rob-0101-nm", ["mitigeur-evier"]],
    ["introuvable", []],
    ["de la", ["mitigeur-lavabo"]],
  ])("finds for « %s »: %j", async (q, expected) => {
    expect(await search(q)).toEqual(expected);
  });

  it("filters and sorts its results", async () => {
    expect(await search("mitigeur", "&sort=name")).toEqual(["mitigeur-evier", "mitigeur-lavabo"]);
    expect(await search("mitigeur", "&option[Couleur]=Noir")).toEqual(["mitigeur-evier"]);
  });

  it("names the synonyms that it needed, in the language of the page", async () => {
    const read = async (locale: string): Promise<string[]> => {
      const { body } = await call(GET, { query: `q=robini&locale=${locale}` });
      return body?.usedSynonyms as string[];
    };
    const isArabic = (term: string) => /[\u0600-\u06FF]/.test(term);
    expect((await read("fr")).filter(isArabic)).toEqual([]);
    expect((await read("ar")).every(isArabic)).toBe(true);
  });

  it("returns the other fields of the contract beside the results", async () => {
    const { body, headers } = await call(GET, { query: "q=mitigeur&pageSize=1" });
    expect(body).toMatchObject({ correctedQuery: null, usedSynonyms: [] });
    expect(body?.searchId).toMatch(/^srch_/);
    expect(body?.pagination).toEqual({ page: 1, pageSize: 1, total: 2, totalPages: 2 });
    const again = await call(GET, {
      query: "q=mitigeur&pageSize=1",
      headers: { "if-none-match": headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    "",
    "q=",
    "q=%20%20",
    `q=${"a".repeat(201)}`,
    `q=${"é".repeat(10_000)}`,
    "q=a&q=b",
    "q=a%00b",
  ])("rejects %.20s with 400", async (query) => {
    expect((await call(GET, { query })).status).toBe(400);
  });

  const HOSTILE = [
    "'",
    "&",
    "|",
    "!",
    "(",
    ")",
    ":",
    "*",
    "<",
    ">",
    "\\",
    '"',
    "`",
    "%",
    "_",
    "$$",
    "--",
    "/*",
  ];
  it.each([
    ...HOSTILE,
    ...HOSTILE.map((sign) => `robinet ${sign} noir${sign}`),
    HOSTILE.join(""),
    "':*",
    "a:*b <-> c",
    '\'; DROP TABLE "Product"; --',
    "😀🛁",
    "\u202e\u0000".replace("\0", ""),
    "\ud800",
    "ﷺ ﷽",
    "٣٤ × ٤٥",
    "a".repeat(200),
    "' ".repeat(100),
  ])("answers %j without an error", async (q) => {
    const { status } = await call(GET, { query: new URLSearchParams({ q }).toString() });
    expect([200, 400]).toContain(status);
  });
});

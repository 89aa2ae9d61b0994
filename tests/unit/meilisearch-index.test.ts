import { describe, expect, it } from "vitest";
import { buildDocument } from "@/domain/search/meilisearch/documents";
import { toIndexText } from "@/domain/search/meilisearch/index-words";
import { buildSynonyms, SETTINGS } from "@/domain/search/meilisearch/settings";

const { searchableAttributes, typoTolerance } = SETTINGS;

const words: [string, number][] = [
  ["rob0101", 0],
  ["robinet", 1],
  ["60", 2],
  ["2.5mm2", 3],
  ["laiton", 3],
  ["1/2", 4],
  ["نحاس", 4],
];
const document = buildDocument(
  {
    n: 7,
    name: "Robinets 60 × 60 cm",
    nameAr: "صنبور ٦٠",
    categoryId: "a",
    isInStock: true,
    publishedAt: 1_700_000_000,
    words,
  },
  new Map([["a", "robinetterie 3d الصنابير"]]),
);

describe("A document of the Meilisearch index", () => {
  it("has words with digits only where the settings allow no typo", () => {
    const { id, publishedAt, isInStock, ...texts } = document;
    const withDigits = Object.entries(texts).filter(([, text]) => /[0-9]/.test(text));
    const withoutTypos = withDigits.map(([attribute]) => attribute);
    expect(withoutTypos.toSorted()).toEqual(typoTolerance?.disableOnAttributes?.toSorted());
    expect({ id, publishedAt, isInStock }).toEqual({
      id: 7,
      publishedAt: 1_700_000_000,
      isInStock: 1,
    });
    expect(Object.keys(texts).toSorted()).toEqual(searchableAttributes?.toSorted());
  });

  it("has the words of each field by language, and no sign at which the server would split a word", () => {
    expect(document).toMatchObject({
      skus: "rob0101",
      name: "robinet",
      codes: "60x60 60 2dot5mm2",
      categories: "robinetteri",
      categoriesAr: "صنابير",
      values: "laiton",
      textAr: "نحاس",
      textCodes: "1slash2 3d",
    });
  });
});

describe("The synonyms of the Meilisearch index", () => {
  it("are folded like the documents, in the directions of the lexicon", () => {
    const synonyms = buildSynonyms([
      { terms: ["Salles de bains", "الحمّام"] },
      { terms: ["robini"], finds: ["Robinets 1/2"] },
      { terms: ["__proto__"], finds: ["carrelage"] },
    ]);
    expect(Object.entries(synonyms)).toEqual([
      ["sall bain", ["حمام"]],
      ["حمام", ["sall bain"]],
      ["robini", ["robinet 1slash2"]],
      ["proto", ["carrelag"]],
    ]);
  });

  it("have no stop words, which searches do not send either", () => {
    expect(toIndexText("les robinets de la cuisine")).toBe("robinet cuisin");
  });
});

import { describe, expect, it } from "vitest";
import { lexicon } from "@/domain/search/lexicon";
import { stopWords } from "@/domain/search/lexicon/stop-words";

/** Compares terms without accents, harakat, hamza and French plurals. */
const normalize = (term: string) =>
  term
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي")
    .replace(/[\s'’-]+/g, " ")
    .replace(/[sx](?= |$)/g, "");

const findRepeated = (terms: string[]) =>
  terms.filter((term, index) => terms.indexOf(term) !== index);

const GROUPS = lexicon.filter(({ finds }) => finds === undefined);
const ONE_WAY = lexicon.flatMap(({ terms, finds }) => (finds ? [{ terms, finds }] : []));
const TERMS = lexicon.flatMap(({ terms, finds = [] }) => [...terms, ...finds]);
const STOP_WORDS = [...stopWords.french, ...stopWords.arabic, ...stopWords.darija];

describe("The lexicon", () => {
  it("has at least 180 entries, in French, Arabic and both directions", () => {
    expect(lexicon.length).toBeGreaterThanOrEqual(180);
    expect(ONE_WAY.length).toBeGreaterThanOrEqual(30);
    expect(
      GROUPS.filter(({ terms }) => terms.some((term) => /\p{Script=Arabic}/u.test(term))).length,
    ).toBeGreaterThanOrEqual(150);
  });

  it("writes each term trimmed, in lower case, in composed letters, without tatweel and harakat", () => {
    const wrong = [...TERMS, ...STOP_WORDS].filter(
      (term) =>
        term !== term.trim().toLowerCase().normalize("NFC") ||
        term === "" ||
        /\s{2}|[\u0640\u064b-\u065f\p{Cf}]/u.test(term),
    );
    expect(wrong).toEqual([]);
  });

  it("has each term in one group of equivalents at most", () => {
    expect(GROUPS.filter(({ terms }) => terms.length < 2)).toEqual([]);
    expect(findRepeated(GROUPS.flatMap(({ terms }) => terms.map(normalize)))).toEqual([]);
  });

  it("has each term in one one-way entry at most, and not among what it finds", () => {
    expect(findRepeated(ONE_WAY.flatMap(({ terms }) => terms.map(normalize)))).toEqual([]);
    expect(
      ONE_WAY.filter(
        ({ terms, finds }) => finds.length === 0 || finds.some((term) => terms.includes(term)),
      ),
    ).toEqual([]);
  });

  it("does not explain a stop word, and has no stop word twice", () => {
    const stopped = new Set(STOP_WORDS.map(normalize));
    expect(TERMS.filter((term) => stopped.has(normalize(term)))).toEqual([]);
    expect(findRepeated(STOP_WORDS)).toEqual([]);
  });
});

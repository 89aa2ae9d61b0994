import { describe, expect, it } from "vitest";
import { foldText, stem, tokenize } from "@/domain/search/fold";
import { db } from "@/lib/db";
import { createRandom } from "../support/random";

const PIECES = [
  ..."60 × x cm mm m² ² ½ 3000 K Ø ø IP ip ral- l' ’ œ É e\u0301 آ أ إ ا ه ة ى ء ئ ؤ".split(" "),
  ..."ال و بال لل ف ات حمام بلاط ـ َ ٣ ۶ ٫ ٬ م سم مم متر لتر kg kilo litres Litre A à a".split(" "),
  ...", . / \" ″ '' - _ % ° C ☃ 😀 🚀 ﷺ ﻻ Ⅷ ß ñ ж Ж 中 가 ™ ① ﬁ 1 0 00 .50 ,5 50,00 s x aux al che ch es".split(
    " ",
  ),
  ..."robinet mural e ix * + ( ) \\ ` ʼ İ ı Å µ ک ی ھ ە ٱ".split(" "),
  ..." |\u00A0|\u202F|\u200F|\u200B|\t|\n| x | mm| mètres carrés| متر مربع|\uFE0F|\uE000".split(
    "|",
  ),
];
const RANGES = [0x250, 0x600, 0x2000, 0xd000];

function buildTexts(count: number): string[] {
  const random = createRandom(7);
  const buildPiece = () =>
    random(12) === 0
      ? String.fromCodePoint((RANGES[random(RANGES.length)] ?? 0) + 1 + random(0x3ff))
      : (PIECES[random(PIECES.length)] ?? "");
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random(14) }, buildPiece).join(""),
  );
}

interface Row {
  folded: string;
  tokens: string[];
  stems: string[];
}

describe("Folding", () => {
  it("gives the same in TypeScript and in SQL for random texts", async () => {
    const texts = buildTexts(12_000);
    const rows = await db.$queryRaw<Row[]>`
      SELECT shop_fold(t) AS "folded", shop_tokens(t) AS "tokens",
        ARRAY(SELECT shop_stem(w) FROM unnest(shop_tokens(t)) WITH ORDINALITY AS words(w, place) ORDER BY place) AS "stems"
      FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(t, place) ORDER BY place`;
    const different = texts.flatMap((text, i) => {
      const tokens = tokenize(text);
      const expected = { folded: foldText(text), tokens, stems: tokens.map(stem) };
      return JSON.stringify(rows[i]) === JSON.stringify(expected)
        ? []
        : [{ text, sql: rows[i], expected }];
    });
    expect(different).toEqual([]);
  });

  it.each([
    ["Évier en GRÈS, œuvre", ["evier", "en", "gres", "oeuvre"]],
    ["60×60 cm", ["60x60"]],
    ["60 x 60", ["60x60"]],
    ["60cm x 60cm", ["60x60"]],
    ["30 × 60 × 2,50 cm", ["30x60x2.5"]],
    ["3000 K", ["3000k"]],
    ["IP 65, IP-44", ["ip65", "ip44"]],
    ["Ø38 mm", ["38mm"]],
    ["2,5 mm²", ["2.5mm2"]],
    ["60 سم", ["60cm"]],
    ["٦٠ سم", ["60cm"]],
    ['1/2"', ["1/2po"]],
    ["16 A", ["16a"]],
    ["3 à 5", ["3", "a", "5"]],
    ["1\u202F250 L", ["1250l"]],
    ["12 mètres carrés", ["12m2"]],
    ["l'évier d’appui", ["l", "evier", "d", "appui"]],
    ["a\u200Fb\u200B", ["ab"]],
    ["خلاّط الحَمّـام", ["خلاط", "الحمام"]],
    ["🚿 !!! \\ %", []],
  ])("splits « %s » into %j", (text, expected) => {
    expect(tokenize(text)).toEqual(expected);
  });

  it.each([
    ["lavabos", "lavabo"],
    ["tuyaux", "tuyau"],
    ["muraux", "murale"],
    ["blanche", "blanc"],
    ["grises", "gris"],
    ["البلاط", "بلاط"],
    ["والبلاط", "بلاط"],
    ["للحمام", "حمام"],
    ["فالحمام", "حمام"],
    ["خلاطات", "خلاط"],
    ["بلاطه", "بلاط"],
  ])("gives « %s » and « %s » one stem", (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it("leaves words with digits alone", () => {
    expect(["60x60", "3000k", "c2te"].map(stem)).toEqual(["60x60", "3000k", "c2te"]);
  });
});

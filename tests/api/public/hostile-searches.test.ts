import { beforeAll, describe, expect, it } from "vitest";
import { GET as search } from "@/app/api/public/products/search/route";
import { GET as suggest } from "@/app/api/public/products/search/suggest/route";
import { getCatalogueIndex } from "@/domain/catalogue/listing-index/current";
import { getSearchConfig } from "@/domain/search/engine";
import { planForSql, rankInSql } from "@/domain/search/sql-search";
import { buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { createRandom, pick, type Random } from "../../support/random";

const QUERIES = 10_000;
const SQL_QUERIES = 300;
const AT_ONCE = 50;

const PARTS = [
  ..."'&|!():*<>\\\"`%_$-/;,.@#~^{}[]=+?",
  ...[
    "<->",
    "';--",
    "/*",
    "$$",
    "\u0000",
    "\ud800",
    "\udfff",
    "\u202e",
    "\u2067",
    "\u200f",
    "\ufeff",
  ],
  ...[
    "😀",
    "🛁👨‍👩‍👧",
    "ﷺ",
    "٣٤",
    "۶۰×۶۰",
    "60x60",
    "2,5 mm²",
    "1e308",
    "-1",
    "NaN",
    "__proto__",
    "constructor",
  ],
  ...[
    "robinet",
    "zellige",
    "l'évier",
    "de la",
    "صنبور",
    "ال",
    "و",
    "SIM-0101",
    "ø",
    "ﬁ",
    "Å",
    "ن".repeat(40),
  ],
];

/** Texts that try to be operators, patterns, keys or too much. */
function buildHostileText(random: Random): string {
  const length = 1 + random(pick(random, [3, 8, 30]));
  const text = Array.from({ length }, () => pick(random, PARTS)).join(pick(random, ["", " "]));
  const size = random(200);
  if (size === 0) return text.repeat(Math.ceil(10_000 / text.length));
  return size === 1 ? `${text} `.repeat(500) : text;
}

beforeAll(async () => {
  await buildProduct({ name: "Robinet d'évier 60×60 cm", nameAr: "صنبور", sku: "SIM-0101" });
  while (!(await getCatalogueIndex()));
});

describe("A hostile text", () => {
  it("is searched or refused, but never fails", async () => {
    const random = createRandom(11);
    const failed: { q: string; status: number }[] = [];
    let client = 0;
    const send = async () => {
      const q = buildHostileText(random);
      client += 1;
      const { status } = await call(client % 4 === 0 ? suggest : search, {
        query: new URLSearchParams({ q, locale: pick(random, ["fr", "ar"]) }).toString(),
        headers: { "x-forwarded-for": `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}` },
      });
      if (status !== 200 && status !== 400) failed.push({ q, status });
    };
    for (let sent = 0; sent < QUERIES; sent += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, send));
    }
    expect(failed).toEqual([]);
  }, 120_000);

  it("never fails in SQL, which answers while the index loads", async () => {
    const random = createRandom(12);
    const { lexicon } = await getSearchConfig(undefined);
    for (let i = 0; i < SQL_QUERIES; i++) {
      const q = buildHostileText(random).replaceAll("\u0000", "").slice(0, 200).toWellFormed();
      const plan = await planForSql(q, lexicon, { correctsTypos: true, isTyping: i % 2 === 0 });
      await expect(rankInSql(plan, undefined), q).resolves.toBeDefined();
    }
  }, 120_000);
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ProductPatch } from "@/domain/catalogue/products/input";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("generated"))
  .map((path) => ({ path: `src/${path}`, text: readFileSync(`src/${path}`, "utf8") }));

/** Returns the argument text of each call of `name`. */
function listCallArguments(name: string, text: string): string[] {
  return text
    .split(`${name}(`)
    .slice(1)
    .map((rest) => {
      let depth = 1;
      const end = [...rest].findIndex((char) => {
        if (char === "(") depth++;
        if (char === ")") depth--;
        return depth === 0;
      });
      return rest.slice(0, end);
    });
}

describe("Input schemas", () => {
  it("never coerce: `Number(true)`, `Number([])` and `Number('0x10')` are numbers", () => {
    const coercing = sources.filter(({ text }) => /z\s*\.coerce\b/.test(text));
    expect(coercing.map(({ path }) => path)).toEqual([]);
  });

  it("give every union its own message, since the messages of its branches are lost", () => {
    const silent = sources.flatMap(({ path, text }) => {
      const calls = listCallArguments("z.union", text.replace(/z\s+\.union/g, "z.union"));
      return calls.filter((call) => !/\]\s*,\s*[^\s]/.test(call)).map((call) => `${path}: ${call}`);
    });
    // Response schemas are checked by tests only, and parse no input.
    const responses = silent.filter((call) => call.startsWith("src/app/api/auth/login/route.ts"));
    expect(silent).toEqual(responses);
    expect(sources.filter(({ text }) => /\)\s*\.or\(/.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });
});

describe("Each optional field of a product reports its error", () => {
  const french = z.locales.fr().localeError;
  const getProblem = (field: string, value: unknown) => {
    const [issue] =
      ProductPatch.safeParse(nest(field, value), { error: french }).error?.issues ?? [];
    return { path: issue?.path.join("."), message: issue?.message };
  };
  const nest = (field: string, value: unknown) =>
    field.startsWith("variation.")
      ? { variations: [{ name: "Taille", value: "60", [field.slice(10)]: value }] }
      : { [field]: value };
  const PRICE = "Indiquez un prix comme 129 ou 129,50.";
  const STOCK = /^Indiquez un nombre entier comme 12 ou 1 000/;

  it.each<[string, unknown, string | RegExp]>([
    ["basePrice", "1.500", PRICE],
    ["basePrice", "1.234,56", PRICE],
    ["basePrice", "18,555", PRICE],
    ["basePrice", 129.5, PRICE],
    ["basePrice", true, PRICE],
    ["basePrice", [], PRICE],
    ["basePrice", "-23", "Un prix ne peut pas être négatif."],
    ["basePrice", "100000000", "Ce prix est trop grand."],
    ["basePrice", "0,125", /deux chiffres au plus/],
    ["unitSize", "beaucoup", "Indiquez une contenance comme 1,44 ou 25."],
    ["unitSize", "0", "La contenance est plus grande que zéro."],
    ["unitSize", 1.44, "Indiquez une contenance comme 1,44 ou 25."],
    ["sku", "!", /^Lettres, chiffres/],
    ["variation.sku", "é", /^Lettres, chiffres/],
    ["variation.priceModifier", "cher", "Indiquez un écart comme 15, -20 ou 12,50."],
    ["variation.priceModifier", 15, "Indiquez un écart comme 15, -20 ou 12,50."],
    ["variation.priceModifier", "-100000000", "Cet écart est trop grand."],
    ["variation.stock", "1e3", STOCK],
    ["variation.stock", "0x10", STOCK],
    ["variation.stock", true, STOCK],
    ["variation.stock", [], STOCK],
    ["variation.stock", {}, STOCK],
    ["variation.stock", "1,5", STOCK],
    ["variation.stock", 1.5, STOCK],
    ["variation.stock", -1, "Un stock ne peut pas être négatif."],
    ["variation.stock", 1_000_001, "Un stock de 1 000 000 au plus."],
    ["variation.stock", 1e300, "Un stock de 1 000 000 au plus."],
  ])("%s: %j", (field, value, sentence) => {
    const { path, message } = getProblem(field, value);
    expect(path).toBe(field.replace("variation.", "variations.0."));
    expect(message).toEqual(
      typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    );
  });

  it.each<[string, unknown, unknown]>([
    ["basePrice", "", null],
    ["basePrice", " ", null],
    ["basePrice", null, null],
    ["basePrice", "18,50 DH", "18.50"],
    ["unitSize", "", null],
    ["sku", " ", null],
    ["sku", "ev-60", "EV-60"],
    ["variation.priceModifier", "", "0.00"],
    ["variation.stock", "", null],
    ["variation.stock", null, null],
    ["variation.stock", 0, 0],
    ["variation.stock", "1 000", 1000],
    ["variation.stock", "1\u00a0000", 1000],
  ])("%s accepts %j", (field, value, expected) => {
    const parsed = ProductPatch.parse(nest(field, value)) as Record<string, unknown>;
    const [variation] = (parsed.variations ?? []) as Record<string, unknown>[];
    expect(variation ? variation[field.slice(10)] : parsed[field]).toEqual(expected);
  });
});

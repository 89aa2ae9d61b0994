import { describe, expect, it } from "vitest";
import {
  fromCentimes,
  MAX_PRICE,
  parseCount,
  parseModifier,
  parsePrice,
  parseSize,
  toCentimes,
} from "@/lib/input/amount";

describe("A typed price", () => {
  it.each([
    ["129", "129.00"],
    ["129,5", "129.50"],
    ["129.50", "129.50"],
    ["0,05", "0.05"],
    ["007", "7.00"],
    ["0", "0.00"],
    ["1 250,50", "1250.50"],
    ["1\u00a0250", "1250.00"],
    ["1\u202f250\u202f000", "1250000.00"],
    ["\u200f129\u200b", "129.00"],
    ["18,50 DH", "18.50"],
    ["18.50dhs", "18.50"],
    ["1 250 MAD", "1250.00"],
    ["129 درهم", "129.00"],
    ["١٢٩", "129.00"],
    ["۱۲۹٫۵", "129.50"],
    ["١٬٢٥٠٫٥٠ درهم", "1250.50"],
    ["١٢٩،٥٠", "129.50"],
    ["1\u2009250,50\u00a0DH", "1250.50"],
    ["\u20671\u205f250\u2069\n", "1250.00"],
    ["1\u00ad2\u034f9", "129.00"],
    ["99 999 999,99", MAX_PRICE],
  ])("is parsed from %j", (text, amount) => {
    expect(parsePrice(text)).toEqual({ amount });
  });

  it.each([
    ["1.500", "format"],
    ["1,234", "format"],
    ["18,555", "format"],
    ["1.234,56", "format"],
    ["1,234.56", "format"],
    ["129 50", "format"],
    ["12 50 00", "format"],
    ["", "format"],
    ["129,", "format"],
    [",50", "format"],
    ["+5", "format"],
    ["1e3", "format"],
    ["0x10", "format"],
    ["12²", "format"],
    ["Infinity", "format"],
    ["18,50 €", "format"],
    ["DH", "format"],
    ["0,125", "decimals"],
    ["1234,567", "decimals"],
    ["12,3456", "decimals"],
    ["-23", "negative"],
    ["−23", "negative"],
    ["-0", "negative"],
    ["100000000", "too-large"],
    ["9 999 999 999 999,99", "too-large"],
    ["0661234567", "too-large"],
  ])("is rejected for %j: %s", (text, problem) => {
    expect(parsePrice(text)).toEqual({ problem });
  });

  it("is parsed back from its formatted text", () => {
    for (let run = 0; run < 2_000; run++) {
      const centimes = Math.floor(Math.random() ** 4 * (toCentimes(MAX_PRICE) + 1));
      const amount = fromCentimes(centimes);
      expect(parsePrice(amount)).toEqual({ amount });
      expect(toCentimes(amount)).toBe(centimes);
      expect(toCentimes(`-${amount}`)).toBe(centimes === 0 ? 0 : -centimes);
    }
  });

  it("never throws, and only yields amounts that fit the column", () => {
    const pieces = [..."0123456789.,- +eEx\u00a0\u202f\u066b٣", "DH", "\ud800", "\0"];
    for (let run = 0; run < 5_000; run++) {
      const text = Array.from(
        { length: Math.floor(Math.random() * 12) },
        () => pieces[Math.floor(Math.random() * pieces.length)],
      ).join("");
      const parsed = parsePrice(text);
      if ("amount" in parsed) expect(parsed.amount).toMatch(/^\d{1,8}\.\d{2}$/);
    }
  });
});

describe("A typed price difference", () => {
  it.each([
    ["15", "15.00"],
    ["+15", "15.00"],
    ["-20,5", "-20.50"],
    ["− 20", "-20.00"],
    ["-0", "0.00"],
    ["-1 250 DH", "-1250.00"],
  ])("is parsed from %j", (text, amount) => {
    expect(parseModifier(text)).toEqual({ amount });
  });

  it.each([
    ["--5", "format"],
    ["1.500", "format"],
    ["-100000000", "too-large"],
  ])("is rejected for %j: %s", (text, problem) => {
    expect(parseModifier(text)).toEqual({ problem });
  });
});

describe("A typed size", () => {
  it.each([
    ["1,440", "1.44"],
    ["25", "25"],
    ["0.125", "0.125"],
    ["1 000", "1000"],
    ["١٫٤٤\u200f", "1.44"],
  ])("is parsed from %j", (text, amount) => {
    expect(parseSize(text)).toEqual({ amount });
  });

  it.each([
    ["1,2345", "decimals"],
    ["-1", "negative"],
    ["12345678", "too-large"],
    ["1 DH", "format"],
  ])("is rejected for %j: %s", (text, problem) => {
    expect(parseSize(text)).toEqual({ problem });
  });
});

describe("A typed count", () => {
  it.each([
    ["12", 12],
    [" 0 ", 0],
    ["1 000", 1000],
    ["1\u00a0000", 1000],
    ["\u2066١٢\u2069", 12],
    ["١٬٠٠٠", 1000],
  ])("is parsed from %j", (text, count) => {
    expect(parseCount(text, 1_000_000)).toEqual({ count });
  });

  it.each([
    ["", "format"],
    ["1e3", "format"],
    ["0x10", "format"],
    ["10 00", "format"],
    ["douze", "format"],
    ["1,5", "decimals"],
    ["-1", "negative"],
    ["1000001", "too-large"],
    ["9".repeat(400), "too-large"],
  ])("is rejected for %j: %s", (text, problem) => {
    expect(parseCount(text, 1_000_000)).toEqual({ problem });
  });
});

import { describe, expect, it } from "vitest";
import { findPhones, normalizePhones, parsePhone } from "@/lib/input/phone";

const digitsIn = (typed: string) => findPhones(typed).map(({ digits }) => digits);

describe("A telephone number", () => {
  it.each([
    "0661234567",
    "06 61 23 45 67",
    "06.61.23.45.67",
    "06-61-23-45-67",
    "+212 661 23 45 67",
    "+212661234567",
    "00212 661 234567",
    "212661234567",
    "+212 (0) 661 23 45 67",
    "(+212) 661-234567",
    "0661234567,",
    " 0661234567 ; ",
    "٠٦٦١٢٣٤٥٦٧",
    "۰۶۶۱۲۳۴۵۶۷",
    "\u202a0661\u00a023\u202f45\u200b67\u202c\u200f",
  ])("is parsed as it is typed in Morocco: %j", (typed) => {
    expect(digitsIn(typed)).toEqual(["212661234567"]);
    expect(normalizePhones(typed)).toBe("+212 661 23 45 67");
  });

  it.each([
    ["+1 (415) 555-2671", "14155552671"],
    ["+33 6 12 34 56 78", "33612345678"],
    ["0033612345678", "33612345678"],
    ["+34 612 34 56 78", "34612345678"],
  ])("of another country is parsed with its code: %s", (typed, digits) => {
    expect(digitsIn(typed)).toEqual([digits]);
    expect(normalizePhones(typed)).toMatch(/^\+[\d -]+$/);
  });

  it.each([
    "",
    "12345",
    "à midi",
    "+212 52294077074",
    "212524881234 5",
    "+212 66123456",
    "06 61 23 45 67 8",
    "0161234567",
    "123456789012345678901234567890",
    "<script>",
  ])("is not found in %j", (typed) => {
    expect(findPhones(typed)).toEqual([]);
    expect(parsePhone(typed)).toBeNull();
    expect(normalizePhones(typed)).toBe(typed);
  });
});

describe("Several numbers in one field", () => {
  const two = ["212522940770", "212661234567"];

  it.each([
    ["0522 94 07 70 / 0661 23 45 67", two],
    ["0522940770/0661234567", two],
    ["0522940770 ou 0661234567", two],
    ["0522940770, +212661234567", two],
    ["0522940770 - 0661234567", two],
    ["0522940770 و 0661234567", two],
    ["0522940770 0661234567", two],
    ["0522940770/74", ["212522940770", "212522940774"]],
    ["+212 522940770/74", ["212522940770", "212522940774"]],
    ["0522940770/71/72", ["212522940770", "212522940771", "212522940772"]],
    ["0661234567 / 0661234567", ["212661234567"]],
    ["0522940770 / +33612345678", ["212522940770", "33612345678"]],
  ])("%j are all parsed", (typed, digits) => {
    expect(digitsIn(typed)).toEqual(digits);
    expect(digitsIn(normalizePhones(typed))).toEqual(digits);
    expect(normalizePhones(typed)).toMatch(/^\+\d[\d ]+(\/ \+\d[\d ]+)*$/);
  });

  it("are not a single number", () => {
    expect(parsePhone("0522940770/74")).toBeNull();
  });

  it.each([
    ["06 61 23 45 67 ou le soir", ["212661234567"]],
    ["Fatima : 0661234567", ["212661234567"]],
    ["0661234567 / 12", ["212661234567", "212661234512"]],
    ["0661234567 poste 12", ["212661234567"]],
    ["le soir / 0661234567", ["212661234567"]],
  ])("among other words are found in %j", (typed, digits) => {
    expect(digitsIn(typed)).toEqual(digits);
  });

  it("are left as typed beside other words", () => {
    expect(normalizePhones(" 06 61 23 45 67 ou\u200b le soir")).toBe("06 61 23 45 67 ou le soir");
  });
});

import { describe, expect, it } from "vitest";
import { emailAddress, emailKey, formatEmail, parseEmail, toAsciiDomain } from "@/lib/input/email";
import { isMailAddress } from "@/lib/mail/message";

describe("An e-mail address", () => {
  it.each([
    ["fatima@exemple.ma", "fatima@exemple.ma"],
    [" Fatima.Ait+devis@Exemple.ma ", "Fatima.Ait+devis@Exemple.ma"],
    ["\u200ez2@ex.example", "z2@ex.example"],
    ["z3@ex.example\u200f", "z3@ex.example"],
    ["z5@ex.example\u00a0", "z5@ex.example"],
    ["z\u200b6@ex\u2060.example\u202c", "z6@ex.example"],
    ["a@bücher.example", "a@xn--bcher-kva.example"],
    ["a@BÜCHER.example", "a@xn--bcher-kva.example"],
    ["a@bu\u0308cher.example", "a@xn--bcher-kva.example"],
    ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
    ["a@موقع.إختبار", "a@xn--4gbrim.xn--kgbechtv"],
    ["é@ex.example", "é@ex.example"],
    ["e\u0301@ex.example", "é@ex.example"],
    ['"jean dupont"@ex.example', '"jean dupont"@ex.example'],
    ["o'brien_x!#$%&'*+/=?^`{|}~-@ex.example", "o'brien_x!#$%&'*+/=?^`{|}~-@ex.example"],
  ])("%j is normalized to %j", (typed, kept) => {
    expect(parseEmail(typed)).toBe(kept);
    expect(parseEmail(kept)).toBe(kept);
    expect(isMailAddress(kept)).toBe(true);
  });

  it.each([
    "",
    "fatima",
    "@ex.example",
    "a@",
    "a@localhost",
    "a@b@ex.example",
    "a b@ex.example",
    "a@ex ample.ma",
    "a@ex..ma",
    "a@-ex.ma",
    "a@[127.0.0.1]",
    "a@1.2.3.4",
    ".a@ex.ma",
    "a..b@ex.ma",
    "a@b.ma,c@d.ma",
    "a@b.ma;c@d.ma",
    "A <a@ex.ma>",
    "a@ex.ma\r\nBcc: b@x.ma",
    '"a\r\nBcc: b@x.ma"@ex.ma x',
    "a@ex%61mple.ma",
    `${"a".repeat(65)}@ex.ma`,
    `a@${"b".repeat(60)}.${"c".repeat(200)}.ma`,
    "a@\u200b.ma",
  ])("%j is rejected", (typed) => {
    expect(parseEmail(typed)).toBeNull();
    expect(emailAddress().safeParse(typed).success).toBe(false);
  });

  it("is validated for a header exactly as given, without cleaning", () => {
    for (const raw of ["a@ex.ma\n", " a@ex.ma", "a@ex.ma\u200b", "a@bücher.example", "a\n@ex.ma"])
      expect(isMailAddress(raw)).toBe(false);
  });

  it("has one key in any letter case", () => {
    expect(emailKey().parse("A@BÜCHER.Example")).toBe("a@xn--bcher-kva.example");
    expect(emailKey().parse("É@Ex.example")).toBe("é@ex.example");
  });

  it("is displayed as typed", () => {
    expect(formatEmail("a@xn--bcher-kva.example")).toBe("a@bücher.example");
    expect(formatEmail('"jean dupont"@ex.example')).toBe('"jean dupont"@ex.example');
    expect(formatEmail("")).toBe("");
  });

  it("is searched in its stored form", () => {
    expect(toAsciiDomain("a@bücher.example")).toBe("a@xn--bcher-kva.example");
    expect(toAsciiDomain("bücher.example")).toBe("xn--bcher-kva.example");
    for (const other of ["Hélène", "fatima@", "evier 60×40"])
      expect(toAsciiDomain(other)).toBe(other);
  });
});

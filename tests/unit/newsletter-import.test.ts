import { describe, expect, it } from "vitest";
import { parseImport } from "@/domain/newsletter/subscribers/import-rules";

const getEmails = (csv: string) => parseImport(csv, "fr").map(({ line, email }) => [line, email]);

describe("A list to import", () => {
  it.each([
    ["one address a line", "a@x.ma\nB@X.ma\n"],
    ["a table with semicolons", "Nom;E-mail\nFatima;a@x.ma\nHassan;B@x.ma"],
    ["a table with commas and quotes", 'name,email\r\n"Aït, F.",a@x.ma\r\n,b@x.ma'],
    ["a table with tabs", "Courriel\tVille\na@x.ma\tZagora\nb@x.ma\t"],
    ["a file that a spreadsheet saved", "\uFEFFE-mail;Statut\r\na@x.ma;Abonné\r\nb@x.ma;"],
    ["a table without a header row", "Fatima;a@x.ma\nHassan;b@x.ma"],
  ])("is parsed: %s", (_, csv) => {
    expect(parseImport(csv, "fr").map(({ email }) => email)).toEqual(["a@x.ma", "b@x.ma"]);
  });

  it("is parsed despite invisible characters from a spreadsheet", () => {
    expect(getEmails("E-mail\u200f\n\u200ea@x.ma\u00a0\n\u202ab\u200b@x.ma\u202c\0")).toEqual([
      [2, "a@x.ma"],
      [3, "b@x.ma"],
    ]);
  });

  it("is parsed despite a line of another shape", () => {
    expect(getEmails("email;langue\na@x.ma;ar\nb@x.ma;fr\npas une adresse\n")).toEqual([
      [2, "a@x.ma"],
      [3, "b@x.ma"],
      [4, null],
    ]);
  });

  it("numbers lines as an editor does, empty ones included", () => {
    expect(getEmails("a@x.ma\n\n;;\npas une adresse\nb@x.ma")).toEqual([
      [1, "a@x.ma"],
      [4, null],
      [5, "b@x.ma"],
    ]);
  });

  it("uses the language given on a line", () => {
    const csv = "email;langue\na@x.ma;ar\nb@x.ma;Français\nc@x.ma;\nd@x.ma;Arabe";
    expect(parseImport(csv, "ar").map(({ locale }) => locale)).toEqual(["ar", "fr", "ar", "ar"]);
  });

  it("reverts the formula guard of the shop's own export", () => {
    expect(getEmails("'+a@x.ma\n'-b@x.ma")).toEqual([
      [1, "+a@x.ma"],
      [2, "-b@x.ma"],
    ]);
  });

  it("yields no address when there is none", () => {
    for (const csv of ["x", "\0", "a@b@c", "@", '"', "=cmd|' /C calc'!A0"])
      expect(parseImport(csv, "fr").every(({ email }) => email === null)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { parseImport } from "@/domain/newsletter/subscribers/import-rules";

const emailsOf = (csv: string) => parseImport(csv, "fr").map(({ line, email }) => [line, email]);

describe("a list to import", () => {
  it.each([
    ["one address a line", "a@x.ma\nB@X.ma\n"],
    ["a table with semicolons", "Nom;E-mail\nFatima;a@x.ma\nHassan;B@x.ma"],
    ["a table with commas and quotes", 'name,email\r\n"Aït, F.",a@x.ma\r\n,b@x.ma'],
    ["a table with tabs", "Courriel\tVille\na@x.ma\tZagora\nb@x.ma\t"],
    ["a file that a spreadsheet saved", "\uFEFFE-mail;Statut\r\na@x.ma;Abonné\r\nb@x.ma;"],
    ["a table without a head", "Fatima;a@x.ma\nHassan;b@x.ma"],
  ])("is read: %s", (_, csv) => {
    expect(parseImport(csv, "fr").map(({ email }) => email)).toEqual(["a@x.ma", "b@x.ma"]);
  });

  it("is read past invisible characters, which a spreadsheet copies along", () => {
    expect(emailsOf("E-mail\u200f\n\u200ea@x.ma\u00a0\n\u202ab\u200b@x.ma\u202c\0")).toEqual([
      [2, "a@x.ma"],
      [3, "b@x.ma"],
    ]);
  });

  it("is read past a line that is like no other", () => {
    expect(emailsOf("email;langue\na@x.ma;ar\nb@x.ma;fr\npas une adresse\n")).toEqual([
      [2, "a@x.ma"],
      [3, "b@x.ma"],
      [4, null],
    ]);
  });

  it("counts lines as an editor does, over empty ones", () => {
    expect(emailsOf("a@x.ma\n\n;;\npas une adresse\nb@x.ma")).toEqual([
      [1, "a@x.ma"],
      [4, null],
      [5, "b@x.ma"],
    ]);
  });

  it("knows the language of a line that says it", () => {
    const csv = "email;langue\na@x.ma;ar\nb@x.ma;Français\nc@x.ma;\nd@x.ma;Arabe";
    expect(parseImport(csv, "ar").map(({ locale }) => locale)).toEqual(["ar", "fr", "ar", "ar"]);
  });

  it("takes back what our own export had guarded", () => {
    expect(emailsOf("'+a@x.ma\n'-b@x.ma")).toEqual([
      [1, "+a@x.ma"],
      [2, "-b@x.ma"],
    ]);
  });

  it("finds no address where there is none", () => {
    for (const csv of ["x", "\0", "a@b@c", "@", '"', "=cmd|' /C calc'!A0"])
      expect(parseImport(csv, "fr").every(({ email }) => email === null)).toBe(true);
  });
});

import type { Fact } from "../schema";

/** The lines of a cell, without those at its end that are empty. */
function joinLines(lines: readonly string[]): string {
  return lines.join("\n").trimEnd();
}

const escapeColons = (text: string) => text.replace(/[\\:]/g, "\\$&");

/** One line for each fact: "Format : 60 × 60 cm". */
export function formatFacts(facts: readonly Fact[]): string {
  return joinLines(facts.map(({ name, value }) => `${escapeColons(name)} : ${value}`));
}

/** The Arabic texts, on the lines of their facts; a fact without Arabic has an empty line. */
export function formatArabicFacts(facts: readonly Fact[]): string {
  return joinLines(
    facts.map(({ nameAr, valueAr }) =>
      nameAr || valueAr ? `${escapeColons(nameAr ?? "")} : ${valueAr ?? ""}` : "",
    ),
  );
}

/** The images in the order in which customers see them: the primary one first. */
export function inShownOrder<I extends { isPrimary: boolean }>(images: readonly I[]): I[] {
  return [...images].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
}

export function formatLines(lines: readonly (string | null)[]): string {
  return joinLines(lines.map((line) => line ?? ""));
}

/** The lines of a cell; a list of addresses may have commas instead. */
export function parseLines(text: string): string[] {
  return text.split("\n").map((line) => line.trim());
}

export function parseImageList(text: string): string[] {
  return text
    .split(/\n|\s*[,|]\s*(?=https?:\/\/)/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

export interface FactLine {
  name: string;
  value: string;
}

/** A line without a colon gives null. Empty lines stay, since Arabic lines stand beside the French ones. */
export function parseFactLine(line: string): FactLine | null {
  const [whole, name = "", value = ""] = /^((?:[^\\:]|\\.)*):(.*)$/s.exec(line) ?? [];
  if (whole === undefined) return null;
  return { name: name.replace(/\\(.)/g, "$1").trim(), value: value.trim() };
}

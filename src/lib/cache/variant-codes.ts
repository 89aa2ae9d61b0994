// next.routes.ts imports this file, and Next resolves no aliases for it.

import { VARIANTS_COOKIE } from "./variants-cookie";

export type SlotLetter = "a" | "b" | "c" | "d";

/** Letter of the slot, two characters for the experiment, digit of the variant. */
const CODE = "[a-d][a-z0-9]{2}[0-3]";
const VALUE = new RegExp(`^${CODE}(?:\\.${CODE}){0,3}$`);

const NUMBERS = 36 ** 2;

/** The code of a variant in cookies and pages: `a0f1` is variant 1 of experiment 15, whose slot has the letter a. */
export function toVariantCode(letter: SlotLetter, number: number, variant: number): string {
  return `${letter}${(number % NUMBERS).toString(36).padStart(2, "0")}${variant}`;
}

/** The value of the cookie. Sorted, so that the same variants are always the same page. */
export function joinCodes(codes: readonly string[]): string {
  return codes.toSorted().join(".");
}

/** The codes in a value of the cookie or of a route; none where it is malformed. */
function splitCodes(value: string | undefined): string[] {
  return value !== undefined && VALUE.test(value) ? value.split(".") : [];
}

/** The codes in the first segment of a route, `fr~a0f1`. */
export function listSegmentCodes(segment: string | undefined): string[] {
  return splitCodes(segment?.split("~")[1]);
}

/** A pattern of the cookie that captures, as `variants`, the codes of these slots. */
export function buildCookiePattern(letters: string): string {
  const code = (slots: string) => `[${slots}][a-z0-9]{2}[0-3]`;
  const others = `(?:${CODE}\\.){0,3}?`;
  const picked = `(?<variants>${code(letters)}(?:\\.${code(letters)}){0,3})`;
  return `${others}${picked}(?:\\.${CODE}){0,3}?`;
}

const COOKIE = /(?:^|;\s*)variants=([a-z0-9.]+)(?=;|$)/;

/**
 * The codes in a `Cookie` header, joined; an empty text without any; null for a header that Next may read in another way, since it also
 * decodes values and removes quotes.
 */
export function readVariants(cookies: string): string | null {
  if (!cookies.includes(VARIANTS_COOKIE)) return "";
  const isSingle = cookies.split(VARIANTS_COOKIE).length === 2;
  const value = COOKIE.exec(cookies)?.[1];
  return isSingle && splitCodes(value).length > 0 ? (value ?? null) : null;
}

/**
 * Returns the `Cookie` header with the known codes only, one of each slot and in their order, so that invented values lead to no pages of
 * their own. A value that Next may read in another way is removed.
 */
export function keepKnownVariants(cookies: string, known: ReadonlySet<string>): string {
  const value = readVariants(cookies);
  if (value === "") return cookies;
  const codes = splitCodes(value ?? "").filter((code) => known.has(code));
  const bySlot = new Map(codes.toSorted().map((code) => [code.slice(0, 1), code]));
  const joined = joinCodes([...bySlot.values()]);
  const others = cookies.split(/;\s*/).filter((each) => !each.includes(VARIANTS_COOKIE));
  return [...others, ...(joined ? [`${VARIANTS_COOKIE}=${joined}`] : [])].join("; ");
}

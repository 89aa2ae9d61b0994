import { toLatinDigits } from "@/lib/input/text";

/** Of each group of characters that look alike only one, no vowels, so that a reference is never a word, and no W, the prefix. */
const ALPHABET = "0123456789CDFHJKMNPQRTVXY";
const LOOK_ALIKES = new Map([
  ["O", "0"],
  ["I", "1"],
  ["L", "1"],
  ["Z", "2"],
  ["S", "5"],
  ["G", "6"],
  ["B", "8"],
  ["U", "V"],
]);

const MIN_LENGTH = 4;
const MAX_LENGTH = 6;

/** "W-7K3F". `random` gives integers from 0 up to, but not including, its argument. `attempt` counts from 0: later ones are longer. */
export function createLeadReference(random: (below: number) => number, attempt: number): string {
  const length = Math.min(MIN_LENGTH + Math.floor(attempt / 3), MAX_LENGTH);
  const code = Array.from({ length }, () => ALPHABET.charAt(random(ALPHABET.length)));
  return `W-${code.join("")}`;
}

const MESSAGE_REFERENCE = /\beo\s*[-‐‑–]?\s*(\d{1,9})\b/iu;
const IN_TEXT = /\bw\s?[-‐‑–]\s?([0-9a-z]{4,6})\b/iu;
const ALONE = /^[^0-9a-z]*(w?)[^0-9a-z]*((?:[0-9a-z][^0-9a-z]*){4,6})$/iu;

interface FoundReference {
  /** As it is stored. */
  reference: string;
  /** False for a text that may also be a word, such as "60x60". */
  isCertain: boolean;
}

/**
 * Finds the reference in what staff type or paste: a whole message, "w7k3f", "W 7K3F", "7k3f", with O for 0 and I for 1. Returns null
 * for a text without one.
 */
export function findLeadReference(typed: string): FoundReference | null {
  const text = toLatinDigits(typed.normalize("NFKC"))
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .replace(/https?:\/\/\S+/giu, " ")
    .trim();
  const code = toCode(IN_TEXT.exec(text)?.[1]);
  if (code !== null) return { reference: `W-${code}`, isCertain: true };
  const message = MESSAGE_REFERENCE.exec(text)?.[1];
  if (message !== undefined) return { reference: `EO-${Number(message)}`, isCertain: true };
  const alone = toCode(findCodeAlone(text));
  return alone === null ? null : { reference: `W-${alone}`, isCertain: false };
}

/** Without the dash, "w7k3f" and "7k3f" are references, but a word of letters, such as "vert", is none. */
function findCodeAlone(text: string): string | undefined {
  const [, prefix, spaced] = ALONE.exec(text) ?? [];
  const code = spaced?.replace(/[^0-9a-z]/giu, "");
  return code !== undefined && (prefix || /\d/.test(code)) ? code : undefined;
}

/** Null for characters that no reference has. */
function toCode(typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const code = [...typed.toUpperCase()].map((letter) => LOOK_ALIKES.get(letter) ?? letter);
  return code.every((letter) => ALPHABET.includes(letter)) ? code.join("") : null;
}

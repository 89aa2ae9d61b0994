/** Cleans user text alike in the browser and on the server. Storefront forms load this file, so it must not import Zod. */

const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Line breaks that HTML does not collapse like a space. */
const HARD_BREAKS = /[\v\u0085\u2028\u2029]/g;
/** All space characters, and the Braille blank, which is invisible. */
const SPACES = /[\p{Zs}\u2800]/gu;
/** C0 and C1 controls, and the annotation and object marks that are not in Default_Ignorable_Code_Point. */
const CONTROLS = /[^\P{Cc}\n\t]|[\ufff9-\ufffc]/gu;

/** After these letters a ZWNJ changes the shape of an Arabic-script word ("می‌خواهم"); the excluded letters never join the next one. */
const JOINING = "(?![اأإآٱءدذرزژڈڑوؤةى])(?=\\p{L})\\p{Script=Arabic}\\p{M}*";
/** After these a ZWNJ or ZWJ selects the form of an Indic consonant cluster. */
const VIRAMA = "[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]";
const EMOJI = "\\p{Extended_Pictographic}";

/** The invisible characters that are not removed. Each pattern starts with the character, so that its context is checked only there. */
const NEEDED = [
  `\\u200c(?<=${JOINING}\\u200c)(?=\\p{Script=Arabic})`,
  `[\\u200c\\u200d](?<=${VIRAMA}[\\u200c\\u200d])(?=\\p{L})`,
  `\\u200d(?<=${EMOJI}(?:\\ufe0f|\\p{Emoji_Modifier})?\\u200d)(?=${EMOJI})`,
  `[\\ufe0e\\ufe0f](?<=${EMOJI}[\\ufe0e\\ufe0f])`,
  "\\ufe0f(?<=[0-9#*]\\ufe0f)(?=\\u20e3)",
  // Flags of England, Scotland and Wales.
  "[\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}(?<=\\u{1f3f4}[\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f})",
];
/** Removed first, so that a stray mark inside an emoji does not hide the context of a needed character. */
const NEVER_NEEDED =
  /(?![\ufe0e\ufe0f\u{e0061}-\u{e007f}\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
const NEEDED_OR_IGNORABLE = new RegExp(
  `(${NEEDED.join("|")})|\\p{Default_Ignorable_Code_Point}`,
  "gu",
);

/** Normalizes line breaks to `\n`, allows two empty lines in a row, and removes invisible characters except in emoji and ligatures. */
export function cleanText(typed: string): string {
  return cleanVisible(typed)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}

/** As `cleanText`, on one line with single spaces. */
export function cleanLine(typed: string): string {
  return cleanVisible(typed).replace(/\s+/g, " ").trim();
}

/** As `cleanLine`, without any invisible character, for texts that are compared: search words, codes, user names. */
export function cleanPlain(typed: string): string {
  return cleanLine(typed).replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/** As `cleanPlain`, without spaces: for addresses, numbers and codes. */
export function cleanToken(typed: string): string {
  return cleanPlain(typed).replaceAll(" ", "");
}

/** Cleans a text node of HTML, escaped or not. Outer spaces stay: they may separate it from the words in the next tag. */
export function cleanMarkupText(text: string): string {
  return cleanVisible(text.replace(HARD_BREAKS, "<br />"));
}

/** "٠٦٦١" and "۰۶۶۱" as "0661". */
export function toLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < "\u06f0" ? 0x660 : 0x6f0)) % 10),
  );
}

/** Latin and Arabic letters, digits and punctuation, of which nothing is removed: the fast path of nearly all texts. */
const CLEAN = /^[\n\x20-\x7e\u00c0-\u017f\u0621-\u063a\u0641-\u064a]*$/;

function cleanVisible(typed: string): string {
  if (CLEAN.test(typed)) return typed;
  return typed
    .replace(LINE_BREAKS, "\n")
    .replace(SPACES, " ")
    .replace(CONTROLS, "")
    .replace(NEVER_NEEDED, "")
    .replace(NEEDED_OR_IGNORABLE, (_, needed: string | undefined) => needed ?? "")
    .normalize("NFC");
}

/** Cuts a text to at most `max` UTF-16 units, between two grapheme clusters. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = "Segmenter" in Intl ? getSegmenter().segment(text).containing(max)?.index : 0;
  // Without Intl.Segmenter, or when the first cluster is longer than `max`.
  return start ? text.slice(0, start) : text.slice(0, max).replace(/[\ud800-\udbff]$/, "");
}

/** As `truncate`, with an ellipsis when something was cut. */
export function abbreviate(text: string, max: number): string {
  return text.length <= max ? text : `${truncate(text, max - 1).trimEnd()}…`;
}

let sharedSegmenter: Intl.Segmenter | undefined;

function getSegmenter(): Intl.Segmenter {
  sharedSegmenter ??= new Intl.Segmenter();
  return sharedSegmenter;
}

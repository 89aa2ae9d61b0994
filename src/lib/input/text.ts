/** Text that people type or paste, cleaned alike in the browser and on the server. Without Zod: forms of the storefront load it. */

const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Those that HTML does not take for a space between words. */
const HARD_BREAKS = /[\v\u0085\u2028\u2029]/g;
/** No-break spaces and their kin, and the Braille blank, which draws nothing. */
const SPACES = /[\p{Zs}\u2800]/gu;
/** C0 and C1, and the annotation and object marks that Unicode does not count as ignorable. */
const CONTROLS = /[^\P{Cc}\n\t]|[\ufff9-\ufffc]/gu;

/** Behind these a ZWNJ changes how an Arabic-script word is written ("می‌خواهم"); the letters left out never join the next. */
const JOINING = "(?![اأإآٱءدذرزژڈڑوؤةى])(?=\\p{L})\\p{Script=Arabic}\\p{M}*";
/** Behind these a ZWNJ or a ZWJ chooses the form of an Indic consonant cluster. */
const VIRAMA = "[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]";
const EMOJI = "\\p{Extended_Pictographic}";

/** The invisible characters that a text needs. Each begins with the character itself: the context is looked at only there. */
const NEEDED = [
  `\\u200c(?<=${JOINING}\\u200c)(?=\\p{Script=Arabic})`,
  `[\\u200c\\u200d](?<=${VIRAMA}[\\u200c\\u200d])(?=\\p{L})`,
  `\\u200d(?<=${EMOJI}(?:\\ufe0f|\\p{Emoji_Modifier})?\\u200d)(?=${EMOJI})`,
  `[\\ufe0e\\ufe0f](?<=${EMOJI}[\\ufe0e\\ufe0f])`,
  "\\ufe0f(?<=[0-9#*]\\ufe0f)(?=\\u20e3)",
  // Flags of England, Scotland and Wales.
  "[\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}(?<=\\u{1f3f4}[\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f})",
];
/** What can be needed is judged once all else is gone: a mark that strayed into an emoji must not break it. */
const NEVER_NEEDED =
  /(?![\ufe0e\ufe0f\u{e0061}-\u{e007f}\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
const JUDGED = new RegExp(`(${NEEDED.join("|")})|\\p{Default_Ignorable_Code_Point}`, "gu");

/** A text of several lines: `\n` between them, no more than two empty ones in a row, nothing invisible but what emoji and letters need. */
export function cleanText(typed: string): string {
  return visible(typed)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}

/** As `cleanText`, in one line with single spaces. */
export function cleanLine(typed: string): string {
  return visible(typed).replace(/\s+/g, " ").trim();
}

/** As `cleanLine`, without any invisible character: for what is compared, like search words, codes and names of accounts. */
export function cleanPlain(typed: string): string {
  return cleanLine(typed).replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/** What has no blanks at all: an address, a number, a code. */
export function cleanToken(typed: string): string {
  return cleanPlain(typed).replaceAll(" ", "");
}

/** The text between two tags of HTML, escaped before or after. Blanks stay: they may divide it from the next tag's words. */
export function cleanMarkupText(text: string): string {
  return visible(text.replace(HARD_BREAKS, "<br />"));
}

/** "٠٦٦١" and "۰۶۶۱" as "0661". */
export function toLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < "\u06f0" ? 0x660 : 0x6f0)) % 10),
  );
}

function visible(typed: string): string {
  return typed
    .replace(LINE_BREAKS, "\n")
    .replace(SPACES, " ")
    .replace(CONTROLS, "")
    .replace(NEVER_NEEDED, "")
    .replace(JUDGED, (_, needed: string | undefined) => needed ?? "")
    .normalize("NFC");
}

/** The start of a text, `max` UTF-16 units long at most, that ends between two characters as people see them. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = "Segmenter" in Intl ? segmenter().segment(text).containing(max)?.index : 0;
  // Without a segmenter, and in a single character that is longer than the limit.
  return start ? text.slice(0, start) : text.slice(0, max).replace(/[\ud800-\udbff]$/, "");
}

/** `truncate`, with an ellipsis where something was cut off. */
export function abbreviate(text: string, max: number): string {
  return text.length <= max ? text : `${truncate(text, max - 1).trimEnd()}…`;
}

let segments: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  segments ??= new Intl.Segmenter();
  return segments;
}

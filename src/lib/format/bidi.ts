import type { Locale } from "@/lib/i18n/locale";

/**
 * Finds figures in right-to-left text. A sign such as `×` between two numbers is direction-neutral, so the bidirectional algorithm
 * displays "70×50" in Arabic text as 50×70 and moves the sign of "10 %". The runs found here must be laid out from left to right.
 */

export interface TextPart {
  text: string;
  /** The part must be isolated and laid out from left to right. */
  isFigures: boolean;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Latin letters before a figure already set the direction. */
const BEGINS_WITH_FIGURE = /^\P{L}*[\d٠-٩۰-۹½⅓⅔¼¾⅛]/u;
const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Latin letters and digits, with the separators inside a number: "60x60", "33,3", "C2TE". */
const WORD = String.raw`[\p{Script=Latin}\d٠-٩۰-۹]+(?:[.,][\d٠-٩۰-۹][\p{Script=Latin}\d٠-٩۰-۹]*)*`;
/** URLs and e-mail addresses stay whole: an isolate inside would break the link. */
const ADDRESS = String.raw`(?:https?:\/\/|www\.)\S+|[\w.%+-]{1,64}@[\w.-]{1,255}`;
const TOKEN = new RegExp(`${ADDRESS}|${WORD}|.`, "gsu");

const IS_WORD = new RegExp(`^(?:${WORD})$`, "u");
const HAS_DIGIT = /[\d٠-٩۰-۹]/;
const IS_INTEGER = /^[\d٠-٩۰-۹]+$/;
const IS_FIRST_GROUP = /^[\d٠-٩۰-۹]{1,3}$/;
const IS_NEXT_GROUP = /^[\d٠-٩۰-۹]{3}(?:,[\d٠-٩۰-۹]+)?$/;
const IS_SPACE = /^[ \u00a0\u202f]$/;
const IS_FRACTION = /^[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]$/;
const IS_MARK = /^["″”'′’°²³]$/;
const IS_PERCENT = /^[%‰٪]$/;
const IS_SIGN = /^[×✕✖⨯*∗·⋅÷+\-‐‑‒–—−~→=/⁄xX]$/;
const IS_TIGHT_SIGN = /^[:_]$/;
const IS_TAIL_SIGN = /^[-‐‑_/]$/;
const IS_ATTACHED_PREFIX = /^[+\-−#]$/;
const IS_LOOSE_PREFIX = /^[±≈~⌀№$€]$/;
const IS_UNIT =
  /^(?:[kmcd]?[mglLWVA]|[km]?Pa|[mk]?Ah|k?Wh|k?Hz|lm|lx|dB|bar|K|C|F|N|kN|Nm|t|rpm|mn|min|h|s|MAD|DH|dh|ch|CV|in|ft|px|pouces?)$/;

const MAX_LATIN_WORDS = 8;

/** Displayed alike in both directions: a number, a time, a fraction, a reference that starts with a letter. */
const IS_STABLE =
  /^(?:[\d٠-٩۰-۹]+(?:[.,:/][\d٠-٩۰-۹]+)*|\p{Script=Latin}[\p{Script=Latin}\d]*(?:[-_./][\p{Script=Latin}\d]+)*)$/u;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Splits a text into figures and the rest. The parts joined give the text. */
export function splitFigures(text: string): TextPart[] {
  const tokens = text.match(TOKEN) ?? [];
  const parts: TextPart[] = [];
  let rest = "";
  let at = 0;
  while (at < tokens.length) {
    const end = isInsideWord(tokens, at) ? at : figuresEnd(tokens, at);
    if (end > at) {
      if (rest !== "") parts.push({ text: rest, isFigures: false });
      parts.push({ text: tokens.slice(at, end).join(""), isFigures: true });
      rest = "";
    } else {
      rest += tokens[at];
    }
    at = Math.max(end, at + 1);
  }
  if (rest !== "") parts.push({ text: rest, isFigures: false });
  return parts;
}

/**
 * Adds Unicode isolates around the figures of Arabic text, and of a text in Arabic surroundings that begins with a figure. For text
 * outside of markup: titles, alternative texts, messages.
 */
export function isolateFigures(text: string, around: Locale = "fr"): string {
  if (text.includes(LEFT_TO_RIGHT_ISOLATE)) return text;
  if (!hasRightToLeft(text) && !(around === "ar" && BEGINS_WITH_FIGURE.test(text))) return text;
  return splitFigures(text)
    .map((part) => (part.isFigures ? LEFT_TO_RIGHT_ISOLATE + part.text + POP_ISOLATE : part.text))
    .join("");
}

/** As `isolateFigures`; also isolates French text as a whole in an Arabic page. */
export function isolateText(
  { text, lang }: { text: string; lang: Locale },
  locale: Locale,
): string {
  if (lang === locale || text === "" || locale === "fr") return isolateFigures(text, lang);
  return LEFT_TO_RIGHT_ISOLATE + text + POP_ISOLATE;
}

/** Isolates user text of either language within French text outside of markup (options, titles). */
export function isolateUserText(text: string): string {
  if (!hasRightToLeft(text) || text.includes(FIRST_STRONG_ISOLATE)) return text;
  return FIRST_STRONG_ISOLATE + isolateFigures(text) + POP_ISOLATE;
}

const MARKUP = /<(style|script)\b.*?<\/\1>|<!--.*?-->|<[^>]*>|[^<]+/gis;
const ALT_TEXT = /(\salt=")([^"]*)(")/g;

/** Applies `isolateFigures` to the text nodes and `alt` attributes of HTML. */
export function isolateFiguresInMarkup(markup: string): string {
  const around = /<html[^>]*\sdir="rtl"/.test(markup) ? "ar" : "fr";
  let isLeftToRight = false;
  return markup.replace(MARKUP, (part) => {
    if (!part.startsWith("<")) return isLeftToRight ? part : isolateEscaped(part, around);
    isLeftToRight = /\sdir="ltr"/.test(part);
    return part.replace(
      ALT_TEXT,
      (_, before, alt, after) => before + isolateEscaped(alt, around) + after,
    );
  });
}

/** Decodes quotation marks first: they may mean inches, and an entity like `&#39;` holds digits. */
function isolateEscaped(text: string, around: Locale): string {
  const plain = text.replaceAll("&quot;", '"').replace(/&#(?:x27|39);/g, "'");
  const isolated = isolateFigures(plain, around);
  return isolated === plain ? text : isolated.replaceAll('"', "&quot;").replaceAll("'", "&#x27;");
}

/** Returns the end of the run that starts at `start`, or `start` when there is none or it needs no isolation. */
function figuresEnd(tokens: readonly string[], start: number): number {
  let at = start;
  // Preceding Latin words belong to the run: "LED 9 W" reads from left to right as a whole.
  const farthest = start + 2 * MAX_LATIN_WORDS;
  while (at < farthest && isLatin(tokens[at]) && isSpace(tokens[at + 1])) at += 2;
  const first = afterPrefix(tokens, at);
  const only = phoneEnd(tokens, at) ?? figureEnd(tokens, first);
  if (only === null) return start;
  let end = only;
  for (let next = followingEnd(tokens, end); next !== null; next = followingEnd(tokens, end)) {
    end = next;
  }
  if (closesQuotation(tokens, start, end)) end -= 1;
  return IS_STABLE.test(tokens.slice(at, end).join("")) ? start : end;
}

/** The end of a continuation: a sign and another figure, or a suffix ("70" → "×50", "3,5 l" → "/min", "1234" → "-AB"). */
function followingEnd(tokens: readonly string[], end: number): number | null {
  const tail = tokens[end];
  if (matches(IS_TAIL_SIGN, tail) && isLatin(tokens[end + 1])) return end + 2;
  if (matches(IS_TIGHT_SIGN, tail)) return figureEnd(tokens, end + 1);
  const sign = isSpace(tail) ? end + 1 : end;
  if (!matches(IS_SIGN, tokens[sign])) return null;
  const next = isSpace(tokens[sign + 1]) ? sign + 2 : sign + 1;
  return figureEnd(tokens, afterPrefix(tokens, next));
}

function afterPrefix(tokens: readonly string[], at: number): number {
  if (matches(IS_LOOSE_PREFIX, tokens[at])) return isSpace(tokens[at + 1]) ? at + 2 : at + 1;
  return matches(IS_ATTACHED_PREFIX, tokens[at]) ? at + 1 : at;
}

/** One figure with its groups, fraction, marks and unit: "1 200", `1 1/2"`, "90 cm", "10 %". */
function figureEnd(tokens: readonly string[], start: number): number | null {
  const figure = tokens[start];
  if (!matches(IS_FRACTION, figure) && !(isWord(figure) && hasDigit(figure))) return null;
  let at = numberEnd(tokens, start);
  while (matches(IS_MARK, tokens[at])) at += 1;
  at = unitEnd(tokens, at);
  const percent = isSpace(tokens[at]) ? at + 1 : at;
  return matches(IS_PERCENT, tokens[percent]) ? percent + 1 : at;
}

function numberEnd(tokens: readonly string[], start: number): number {
  let at = start + 1;
  if (matches(IS_FIRST_GROUP, tokens[start])) {
    while (isSpace(tokens[at]) && matches(IS_NEXT_GROUP, tokens[at + 1])) at += 2;
  }
  if (isMixedFraction(tokens, at)) at += 4;
  return matches(IS_FRACTION, tokens[at]) ? at + 1 : at;
}

function unitEnd(tokens: readonly string[], start: number): number {
  let unit = isSpace(tokens[start]) ? start + 1 : start;
  let at = start;
  if (tokens[unit] === "°") {
    unit += 1;
    at = unit;
  }
  if (!matches(IS_UNIT, tokens[unit])) return at;
  return matches(IS_MARK, tokens[unit + 1]) ? unit + 2 : unit + 1;
}

/** Groups of digits after a plus or a zero: "+212 524 88 12 34", "0524-88-12-34". */
function phoneEnd(tokens: readonly string[], start: number): number | null {
  const first = tokens[start] === "+" ? start + 1 : start;
  if (!isInteger(tokens[first])) return null;
  if (first === start && !/^[0٠]/.test(tokens[first] ?? "")) return null;
  let at = first + 1;
  while (/^[ \u00a0\u202f.-]$/.test(tokens[at] ?? "") && isInteger(tokens[at + 1])) at += 2;
  return at - first >= 5 ? at : null;
}

function isMixedFraction(tokens: readonly string[], at: number): boolean {
  return (
    isInteger(tokens[at - 1]) &&
    isSpace(tokens[at]) &&
    isInteger(tokens[at + 1]) &&
    /^[/⁄]$/.test(tokens[at + 2] ?? "") &&
    isInteger(tokens[at + 3])
  );
}

/** Whether the mark after a figure closes a quotation. Only an unpaired mark means inches. */
function closesQuotation(tokens: readonly string[], start: number, end: number): boolean {
  const opening = { '"': '"', "'": "'", "”": "“", "’": "‘" }[tokens[end - 1] ?? ""];
  if (opening === undefined) return false;
  const last = tokens.lastIndexOf(opening, start - 1);
  return start > 0 && last >= 0 && !/[\p{L}\p{N}]$/u.test(tokens[last - 1] ?? " ");
}

/** A sign within a Latin word starts no run, as in "AB-12". */
function isInsideWord(tokens: readonly string[], at: number): boolean {
  return matches(IS_ATTACHED_PREFIX, tokens[at]) && isWord(tokens[at - 1]);
}

function matches(pattern: RegExp, token: string | undefined): boolean {
  return token !== undefined && pattern.test(token);
}

function isWord(token: string | undefined): boolean {
  return matches(IS_WORD, token);
}

function isLatin(token: string | undefined): boolean {
  return isWord(token) && !hasDigit(token);
}

function hasDigit(token: string | undefined): boolean {
  return matches(HAS_DIGIT, token);
}

function isSpace(token: string | undefined): boolean {
  return matches(IS_SPACE, token);
}

function isInteger(token: string | undefined): boolean {
  return matches(IS_INTEGER, token);
}

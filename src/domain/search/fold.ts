/**
 * One spelling for what people write in many ways. The SQL functions `shop_fold`, `shop_tokens` and `shop_stem` give the same
 * results; a test compares them on random texts.
 */

const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const LETTERS = new Map<string, string>([
  ...pair("ىةٱکیےھە", "يهاكييهه"),
  ...pair("ØøŁłĐđıμ⌀∅", "øøllddiuøø"),
  ...pair("×✕✖∗⁄∕٫", "xxx*//."),
  ["œ", "oe"],
  ["Œ", "oe"],
  ["æ", "ae"],
  ["Æ", "ae"],
  ["ß", "ss"],
]);

function pair(from: string, to: string): [string, string][] {
  return [...from].map((letter, i) => [letter, to[i] ?? ""]);
}

const MAPPED_LETTER = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");
const THOUSANDS = /([0-9])[\u00A0\u202F\u066C](?=[0-9]{3}(?![0-9]))/g;
/** Accents, hamza, harakat, tatweel, format characters and variation selectors. */
const MARKS =
  /[\u0300-\u036F\u00AD\u0600-\u0605\u0610-\u061A\u061C\u0621\u0640\u064B-\u065F\u0670\u06D6-\u06DD\u06DF-\u06E8\u06EA-\u06ED\u070F\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\uFE00-\uFE0F]/gu;
const SPACES = /[\p{Cc}\u1680\u2000-\u200A\u2028\u2029\u3000]/gu;

/** Removes accents, case, Arabic letter variants, marks and invisible characters. */
export function foldText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[٠-٩۰-۹]/g, (digit) => String(DIGITS.indexOf(digit) % 10))
    .replace(THOUSANDS, "$1")
    .replace(/[™℠®©]/g, " ")
    .replace(/([0-9]) A(?![A-Za-z\u00C0-\u024F])/g, "$1A")
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(MAPPED_LETTER, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(SPACES, " ")
    .replace(/ø(?= ?[0-9])/g, " ")
    .replaceAll("ø", "o")
    .replace(/ {2,}/g, " ")
    .trim();
}

const WORD = "a-z0-9\u0621-\u063A\u0641-\u064A\u0671-\u06D3";
const LENGTHS = "mm|cm|m|مم|سم|م";
const UNITS = new Map(
  Object.entries({
    mm: "mm millimetre millimetres مم ملم مليمتر ميليمتر",
    cm: "cm centimetre centimetres سم سنتيمتر",
    m: "m metre metres م متر مترا امتار",
    mm2: "mm2 مم2",
    m2: "m2 م2",
    m3: "m3 م3",
    l: "l litre litres ل لتر لترا",
    ml: "ml",
    kg: "kg kilo kilos kilogramme kilogrammes كغ كلغ كجم كيلو كيلوغرام",
    g: "g gramme grammes غ غرام",
    w: "w watt watts واط وات",
    kw: "kw",
    v: "v volt volts فولت",
    a: "ampere amperes امبير",
    k: "k kelvin kelvins كلفن",
    c: "c",
    lm: "lm lumen lumens لومن",
    bar: "bar bars بار",
    po: "po pouce pouces بوصه",
  }).flatMap(([unit, names]) => names.split(" ").map((name): [string, string] => [name, unit])),
);
const UNIT_NAMES = [...UNITS.keys()].join("|");

const SQUARE_METRES = new RegExp(`([0-9]) ?(?:metres? carres?|متر مربع)(?![${WORD}])`, "g");
const DIMENSIONS = new RegExp(`([0-9]) ?(?:${LENGTHS})? ?[x*] ?(?=[0-9])`, "g");
const UNIT_OF_DIMENSIONS = new RegExp(`([0-9]x[0-9.]+) ?(?:${LENGTHS})(?![${WORD}])`, "g");
const CODES = new RegExp(`(^|[^${WORD}])(ip|ik|ral|dn|pn|gu|e|r)[ -](?=[0-9])`, "g");
/** Arabic "and", "by" and "for" are written together with a number. */
const ARABIC_PREFIX = new RegExp(`(^|[^${WORD}])[وفبل](?=[0-9])`, "g");
const SPACE_BEFORE_UNIT = new RegExp(`(?<=[0-9]) (?=(?:${UNIT_NAMES})(?![${WORD}]))`, "g");
const SEPARATORS =
  /[!-\-:-@[-`{-~\u0080-\u00BF\u00D7\u00F7\u02B0-\u02FF\u060C\u061B\u061F\u066A-\u066D\u06D4\u2000-\u2BFF\u2E00-\u2E7F\u3000-\u303F\uFE10-\uFE6F\uFFFC\uFFFD\u{1F000}-\u{1FAFF}]+/gu;

/**
 * Splits a text into folded words, in their order. A number and its unit are one word ("60cm"), as are dimensions ("60x60"),
 * fractions and codes ("ip65").
 */
export function tokenize(text: string): string[] {
  const folded = foldText(text);
  const joined = /[0-9]/.test(folded) ? joinNumbers(folded) : folded;
  return joined
    .replace(SEPARATORS, " ")
    .replace(/(^|[^0-9])[./]+/g, "$1 ")
    .replace(/[./]+(?![0-9])/g, " ")
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => [...nameUnit(word)].slice(0, MAX_WORD_LENGTH).join(""));
}

/** "60سم" and "60centimetres" are "60cm". */
function nameUnit(word: string): string {
  const [, number, unit = ""] = NUMBER_TOKEN.exec(word) ?? [];
  return number === undefined ? word : number + (UNITS.get(unit) ?? unit);
}

const NUMBER_TOKEN = /^([0-9].*[0-9]|[0-9])([a-z]+|[\u0621-\u064A]+[23]?)$/;

const MAX_WORD_LENGTH = 64;

function joinNumbers(folded: string): string {
  return folded
    .replaceAll("°", "")
    .replace(/([0-9]) ?("|''|′′)/g, "$1po ")
    .replace(/([0-9]),(?=[0-9])/g, "$1.")
    .replace(/(\.[0-9]*[1-9])0+(?![0-9])/g, "$1")
    .replace(/\.0+(?![0-9])/g, "")
    .replace(DIMENSIONS, "$1x")
    .replace(UNIT_OF_DIMENSIONS, "$1")
    .replace(ARABIC_PREFIX, "$1")
    .replace(CODES, "$1$2")
    .replace(SQUARE_METRES, "$1m2")
    .replace(SPACE_BEFORE_UNIT, "");
}

const FRENCH_WORD = /^[a-z]+$/;
const ARABIC_WORD = /^[\u0621-\u063A\u0641-\u064A\u0671-\u06D3]+$/;

/** Removes French plural and feminine endings, and Arabic articles and plurals, from a word of `tokenize`. */
export function stem(word: string): string {
  if (FRENCH_WORD.test(word)) return stemFrench(word);
  return ARABIC_WORD.test(word) ? stemArabic(word) : word;
}

function stemFrench(word: string): string {
  return word
    .replace(/^(...+)[sx]$/, "$1")
    .replace(/^(...+)e$/, "$1")
    .replace(/^(...+)s$/, "$1")
    .replace(/^(.*.)ch$/, "$1c")
    .replace(/^(..+)al$/, "$1au");
}

function stemArabic(word: string): string {
  let rest = word;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/^(?:[وف]?(?:بال|كال|ال|لل))(?=..)/, "").replace(/^[وف](?=...)/, "");
  }
  return rest.replace(/^(...+)ات$/, "$1").replace(/^(...+)ه$/, "$1");
}

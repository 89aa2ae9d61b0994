import parsePhoneNumber from "libphonenumber-js/min";
import { formatPhone } from "./phone-format";
import { cleanLine, toLatinDigits } from "./text";

export interface Phone {
  /** With the country code and without a plus, as in wa.me links: "212661234567". */
  digits: string;
  /** "+212 661 23 45 67" */
  readable: string;
}

const COUNTRY = "MA";
const MAX_SUFFIX_DIGITS = 4;
/** Separators between numbers in one field. A dash needs spaces around it; a dot and a space are part of a number. */
const SEPARATOR = /[/;,|&\n]|\s[-–—]\s|\s(?:ou|et|or|and|أو|و)\s/iu;
/** A Moroccan number among other words. */
const MOROCCAN = /(?<!\d)(?:\+|00)?(?:212[\s().-]*0?|0)[\s().-]*[5-8](?:[\s().-]*\d){8}(?!\d)/g;

/** Finds the valid numbers in a typed text, in their order and without duplicates. */
export function findPhones(typed: string): Phone[] {
  return [...new Map(parse(typed).phones.map((phone) => [phone.digits, phone])).values()];
}

/** Parses a text that is exactly one number. Null for none, for several, and for a number with other words. */
export function parsePhone(typed: string): Phone | null {
  const { phones, isWhole } = parse(typed);
  const [phone, ...more] = phones;
  return phone && isWhole && more.length === 0 ? phone : null;
}

/** Formats a list: "+212 522 94 07 70 / +212 522 94 07 74". A text with other words is only cleaned. */
export function normalizePhones(typed: string): string {
  const { line, isWhole } = parse(typed);
  return isWhole
    ? findPhones(line)
        .map(({ readable }) => readable)
        .join(" / ")
    : cleanLine(typed);
}

function parse(typed: string): { line: string; phones: Phone[]; isWhole: boolean } {
  const line = toLatinDigits(cleanLine(typed));
  const phones: Phone[] = [];
  let isWhole = true;
  for (const part of line.split(SEPARATOR).map((text) => text.trim())) {
    if (part === "") continue;
    const found = parsePart(part, phones.at(-1));
    if (found.length === 0 || !isOnlyNumbers(part)) isWhole = false;
    phones.push(...found);
  }
  return { line, phones, isWhole: isWhole && phones.length > 0 };
}

function parsePart(part: string, before: Phone | undefined): Phone[] {
  const whole = isOnlyNumbers(part) ? toPhone(part) : null;
  if (whole) return [whole];
  const suffixed = before && withSuffix(before, part);
  if (suffixed) return [suffixed];
  const numbers = part.match(MOROCCAN) ?? [];
  const isComplete = !isOnlyNumbers(part) || keepDigits(numbers.join("")) === keepDigits(part);
  return isComplete ? numbers.flatMap((number) => toPhone(number) ?? []) : [];
}

function keepDigits(text: string): string {
  return text.replace(/\D/g, "");
}

function isOnlyNumbers(part: string): boolean {
  return /^[+\d\s().-]+$/.test(part);
}

/** "0522940770/74" is 0522940770 and 0522940774. */
function withSuffix({ digits }: Phone, part: string): Phone | null {
  if (!digits.startsWith("212") || !/^\d+$/.test(part) || part.length > MAX_SUFFIX_DIGITS)
    return null;
  return toPhone(`+${digits.slice(0, -part.length)}${part}`);
}

function toPhone(text: string): Phone | null {
  const number = parsePhoneNumber(text, { defaultCountry: COUNTRY, extract: false });
  if (!number?.isValid() || number.ext) return null;
  const digits = number.number.slice(1);
  const isMoroccan = number.countryCallingCode === "212";
  return { digits, readable: isMoroccan ? formatPhone(digits) : number.formatInternational() };
}

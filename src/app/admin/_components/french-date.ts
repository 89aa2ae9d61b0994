const DAY = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?$/i;

const two = (value: number) => String(value).padStart(2, "0");

/** "31/01/2026", "31.1.26", "31012026" or "2026-01-31" as "2026-01-31"; null when it names no day. */
export function parseDay(text: string): string | null {
  const typed = text.trim();
  const iso = ISO.exec(typed);
  const [, first, month, last] = iso ?? DAY.exec(typed) ?? DIGITS.exec(typed) ?? [];
  if (!first || !month || !last) return null;
  const [year, day] = iso ? [first, last] : [last, first];
  return existingDay(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

function existingDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? `${year}-${two(month)}-${two(day)}` : null;
}

/** "2026-01-31" as "31/01/2026"; empty for anything else. */
export function formatDay(iso: string): string {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  return year ? `${day}/${month}/${year}` : "";
}

/** "9", "9h30", "09:30" or "0930" as "09:30"; null when it names no time of day. */
export function parseTime(text: string): string | null {
  const typed = text.trim();
  const [, hour, minute = "0"] =
    /^(\d{1,2})(\d{2})$/.exec(typed.length >= 3 ? typed : "") ?? TIME.exec(typed) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${two(Number(hour))}:${two(Number(minute))}`;
}

const DAY_SO_FAR = /^(\d{2}|\d{2}\/\d{2})$/;
const TIME_SO_FAR = /^\d{2}$/;

/** What was typed, with the separator that comes next: the numeric keyboard of many phones has none. */
export function withSeparator(text: string, before: string, kind: "day" | "time"): string {
  const [separator, soFar] = kind === "day" ? ["/", DAY_SO_FAR] : [":", TIME_SO_FAR];
  const typed = text.replaceAll(`${separator}${separator}`, separator);
  const isLonger = typed.length > before.length && typed.startsWith(before);
  return isLonger && soFar.test(typed) ? `${typed}${separator}` : typed;
}

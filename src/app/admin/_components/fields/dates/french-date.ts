const DAY = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?$/i;

const pad = (value: number) => String(value).padStart(2, "0");

/** Parses "31/01/2026", "31.1.26", "31012026" or "2026-01-31" to "2026-01-31"; returns null for anything else. */
export function parseDay(text: string): string | null {
  const typed = text.trim();
  const iso = ISO.exec(typed);
  const [, first, month, last] = iso ?? DAY.exec(typed) ?? DIGITS.exec(typed) ?? [];
  if (!first || !month || !last) return null;
  const [year, day] = iso ? [first, last] : [last, first];
  return toValidDay(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

function toValidDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** Formats "2026-01-31" as "31/01/2026"; returns an empty string for anything else. */
export function formatDay(iso: string): string {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  return year ? `${day}/${month}/${year}` : "";
}

/** Parses "9", "9h30", "09:30" or "0930" to "09:30"; returns null for anything else. */
export function parseTime(text: string): string | null {
  const typed = text.trim();
  const [, hour, minute = "0"] =
    /^(\d{1,2})(\d{2})$/.exec(typed.length >= 3 ? typed : "") ?? TIME.exec(typed) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${pad(Number(hour))}:${pad(Number(minute))}`;
}

const PARTIAL_DAY = /^(\d{2}|\d{2}\/\d{2})$/;
const PARTIAL_TIME = /^\d{2}$/;

/** Appends the next separator to a partial date or time: the numeric keyboard of many phones has no separator key. */
export function withSeparator(text: string, before: string, kind: "day" | "time"): string {
  const [separator, partial] = kind === "day" ? ["/", PARTIAL_DAY] : [":", PARTIAL_TIME];
  const typed = text.replaceAll(`${separator}${separator}`, separator);
  const isLonger = typed.length > before.length && typed.startsWith(before);
  return isLonger && partial.test(typed) ? `${typed}${separator}` : typed;
}

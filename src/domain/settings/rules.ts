import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import type { Opening, ShopSettings } from "./schema";
import { WEEKDAYS, type Weekday } from "./weekdays";

type Hours = Pick<ShopSettings, "hours" | "exceptions">;

export interface OpenState {
  isOpen: boolean;
  /** The time at which an open shop closes, or a closed one opens next, as "HH:MM"; null where no day within a week opens. */
  until: string | null;
  /** Days from today to the day of `until`: 0 today, 1 tomorrow. */
  inDays: number;
  weekday: Weekday | null;
}

/** Decides by the time zone of the shop. */
export function getOpenState({ hours, exceptions }: Hours, now: Date): OpenState {
  const { time, date } = getShopClock(now);
  const today = getHoursOn({ hours, exceptions }, date);
  const current = today.find(({ open, close }) => open <= time && time < close);
  if (current) {
    return { isOpen: true, until: current.close, inDays: 0, weekday: getWeekday(date) };
  }
  for (let inDays = 0; inDays <= 7; inDays++) {
    const day = addDays(date, inDays);
    const next = getHoursOn({ hours, exceptions }, day).find(
      ({ open }) => inDays > 0 || open > time,
    );
    if (next) return { isOpen: false, until: next.open, inDays, weekday: getWeekday(day) };
  }
  return { isOpen: false, until: null, inDays: 0, weekday: null };
}

function getHoursOn({ hours, exceptions }: Hours, date: string): Opening[] {
  const exception = exceptions.find((day) => day.date === date);
  const openings = exception?.hours ?? hours[getWeekday(date)] ?? [];
  return openings.toSorted((a, b) => a.open.localeCompare(b.open));
}

/** The shop's wall clock at an instant: its date and "HH:MM". */
function getShopClock(now: Date): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: SHOP_TIME_ZONE,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

function getWeekday(date: string): Weekday {
  const sundayFirst = new Date(`${date}T12:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] as Weekday;
}

function addDays(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

export interface HoursGroup {
  from: Weekday;
  to: Weekday;
  openings: Opening[];
}

/** Neighbouring days with the same hours as one line: Monday–Friday, Saturday, Sunday. */
export function groupHours(hours: ShopSettings["hours"]): HoursGroup[] {
  const lines: HoursGroup[] = [];
  for (const day of WEEKDAYS) {
    const openings = hours[day] ?? [];
    const last = lines.at(-1);
    if (last && JSON.stringify(last.openings) === JSON.stringify(openings)) last.to = day;
    else lines.push({ from: day, to: day, openings });
  }
  return lines;
}

/** Opens a chat with the shop, the message written already. */
export function buildWhatsappLink(whatsapp: string, message: string): string {
  return `https://wa.me/${whatsapp}?text=${encodeURIComponent(message)}`;
}

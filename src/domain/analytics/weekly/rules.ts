import { toShopDay } from "@/lib/format/shop-day";
import { addDays, type Span } from "../report/period";

const SEND_HOUR_UTC = 7;
/** A later mail about last week would be no news any more. */
const LAST_SEND_WEEKDAY = 3;

/** The week that is reported at a moment: the last whole one from Monday, from Monday morning to Wednesday; null at other times. */
export function findReportedWeek(now: Date): Span | null {
  const today = toShopDay(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday > LAST_SEND_WEEKDAY) return null;
  // The shop's time zone is UTC all year.
  if (weekday === 1 && now.getUTCHours() < SEND_HOUR_UTC) return null;
  const monday = addDays(today, 1 - weekday);
  return { first: addDays(monday, -7), last: addDays(monday, -1) };
}

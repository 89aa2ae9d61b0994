import { TZDate } from "@date-fns/tz";
import { SHOP_TIME_ZONE } from "./time-zone";

/** Midnight in the shop's time zone, `addDays` days after a date like "2026-11-22". */
export function startOfShopDay(day: string, addDays = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date + addDays, SHOP_TIME_ZONE).getTime());
}

/** The date of the shop at a moment: "2026-11-22". */
export function toShopDay(moment: Date): string {
  return new TZDate(moment.getTime(), SHOP_TIME_ZONE).toISOString().slice(0, 10);
}

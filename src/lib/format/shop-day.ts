import { TZDate } from "@date-fns/tz";
import { SHOP_TIME_ZONE } from "./time-zone";

/** Midnight of the shop, on a day like "2026-11-22" or some days after it. */
export function startOfShopDay(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date + later, SHOP_TIME_ZONE).getTime());
}

import { TZDate } from "@date-fns/tz";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";

/** Hint for fields that ask for a time. */
export const SHOP_TIME_HINT = "Heure du magasin (GMT).";

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

const pad = (value: number) => String(value).padStart(2, "0");

/** Converts an ISO instant to the shop's time zone, as date fields hold it: "2026-11-22T18:30". Empty for null or an invalid date. */
export function toShopTime(iso: string | null): string {
  if (iso === null) return "";
  const date = new TZDate(iso, SHOP_TIME_ZONE);
  if (Number.isNaN(date.getTime())) return "";
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Converts a local time of the shop to an ISO instant; returns null if it cannot be parsed. */
export function parseShopTime(local: string): string | null {
  const parts = LOCAL_TIME.exec(local)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts;
  const date = new TZDate(year, month - 1, day, hour, minute, SHOP_TIME_ZONE);
  return Number.isNaN(date.getTime()) ? null : new Date(date.getTime()).toISOString();
}

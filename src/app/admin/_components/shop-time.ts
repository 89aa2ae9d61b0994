import { TZDate } from "@date-fns/tz";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";

/** Stands beside a field that asks for a time. */
export const SHOP_TIME_HINT = "Heure du magasin (GMT).";

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

const two = (value: number) => String(value).padStart(2, "0");

/** An instant by the shop's clock, as fields hold it: "2026-11-22T18:30". */
export function toShopTime(iso: string | null): string {
  if (iso === null) return "";
  const date = new TZDate(iso, SHOP_TIME_ZONE);
  if (Number.isNaN(date.getTime())) return "";
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant at which the shop's clock shows `local`; null for what is no time. */
export function parseShopTime(local: string): string | null {
  const parts = LOCAL.exec(local)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts;
  const date = new TZDate(year, month - 1, day, hour, minute, SHOP_TIME_ZONE);
  return Number.isNaN(date.getTime()) ? null : new Date(date.getTime()).toISOString();
}

import { toOrdinal } from "@/lib/format/format";

const SHORT_DAY = new Intl.DateTimeFormat("fr-FR", {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** "30 nov." for a date like "2026-11-30". */
export function formatShortDay(day: string): string {
  return toOrdinal(SHORT_DAY.format(new Date(`${day}T00:00:00Z`)));
}

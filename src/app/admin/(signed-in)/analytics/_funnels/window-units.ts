const MINUTES = { minutes: 1, hours: 60, days: 1_440 } as const;
type Unit = keyof typeof MINUTES;

export const UNITS = [
  ["minutes", "minutes"],
  ["hours", "heures"],
  ["days", "jours"],
] as const;

/** The largest unit in which a number of minutes is whole. */
export function splitWindow(minutes: number): { count: number; unit: Unit } {
  const unit =
    minutes % MINUTES.days === 0 ? "days" : minutes % MINUTES.hours === 0 ? "hours" : "minutes";
  return { count: minutes / MINUTES[unit], unit };
}

/** Null for a text that is no whole number, which the route refuses. */
export function toMinutes(count: string, unit: string): number | null {
  const known = UNITS.find(([name]) => name === unit)?.[0] ?? "minutes";
  return /^\d{1,6}$/.test(count.trim()) ? Number(count) * MINUTES[known] : null;
}

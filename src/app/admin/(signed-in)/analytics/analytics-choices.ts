export const REPORTS_PATH = "/admin/analytics/reports";
export const BOARDS_PATH = "/admin/analytics/boards";

/** The periods of saved reports and boards. */
export const PERIOD_OPTIONS = [
  ["7", "7 jours"],
  ["30", "30 jours"],
  ["90", "90 jours"],
  ["365", "12 mois"],
] as const;

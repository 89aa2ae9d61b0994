/** The longest period of the figures, and a day more, since its first day is a whole one. */
export const EVENT_RETENTION_DAYS = 91;
/** Events arrive up to a day late, and wait for the database. From this time after its end on, a day does not change. */
export const FINAL_AFTER_HOURS = 26;
/** The period of "Les plus consultés". */
export const POPULAR_DAYS = 30;

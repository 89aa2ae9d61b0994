/** `error.details` of the 409 for a stale version: the record as it is now, and its last change. */
export interface StaleVersion<T> {
  current: T;
  changedBy: string;
  /** ISO date. */
  changedAt: string;
}

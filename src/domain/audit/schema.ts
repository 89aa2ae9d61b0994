import { z } from "zod";

export const AuditEntry = z.strictObject({
  id: z.string(),
  createdAt: z.iso.datetime(),
  userId: z.string(),
  /** The user name at that time. */
  userName: z.string(),
  action: z.string(),
  entityType: z.string(),
  entityId: z.string().nullable(),
  entityLabel: z.string().nullable(),
  /** The changed fields with both values; values of secret fields are masked. */
  changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
  /** False when the stored changes do not have this shape and were left out. */
  isReadable: z.boolean(),
  requestId: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** `error.details` of the 409 for a stale version: the record as it is now, and its last change. */
export interface StaleVersion<T> {
  current: T;
  changedBy: string;
  /** ISO date. */
  changedAt: string;
}

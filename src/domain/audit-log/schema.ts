import { z } from "zod";
import { day } from "@/lib/input/date-schema";
import { isStorable, plain } from "@/lib/input/text-schema";
import { paging } from "@/lib/lists/paging-schema";
import { AUDIT_TOPIC_VALUES } from "./topics";

const word = (max: number) => z.string().max(max).refine(isStorable);
const Id = z.string().regex(/^[\w-]{1,40}$/);

/** The filters of the audit log. `from` and `to` are days in the shop's time zone, both included. */
export const AuditFilters = z.object({
  userId: Id.optional(),
  action: word(60).optional(),
  entityType: word(60).optional(),
  entityId: word(80).optional(),
  /** A name of a record, current or former, or the SKU of a product. */
  q: plain(100).optional(),
  topic: z.enum(AUDIT_TOPIC_VALUES).optional(),
  from: day().optional(),
  to: day().optional(),
});
export type AuditFilters = z.infer<typeof AuditFilters>;

export const AuditQuery = z.object({
  ...AuditFilters.shape,
  ...paging(30),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

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

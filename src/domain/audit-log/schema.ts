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
  /** The request that wrote the entries, or the operation whose job wrote them. */
  requestId: Id.optional(),
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

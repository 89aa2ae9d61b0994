import { z } from "zod";
import { paging } from "@/lib/lists/paging-schema";

const OPERATION_KINDS = ["BULK", "IMPORT"] as const;
const OPERATION_STATES = [
  "UPLOADED",
  "VALIDATING",
  "VALIDATED",
  "REJECTED",
  "SCHEDULED",
  "APPLYING",
  "APPLIED",
  "PARTIALLY_APPLIED",
  "CANCELLED",
  "UNDOING",
  "UNDONE",
  "FAILED",
] as const;
const ITEM_STATES = [
  "PENDING",
  "APPLIED",
  "UNCHANGED",
  "SKIPPED",
  "FAILED",
  "UNDONE",
  "NOT_UNDONE",
] as const;

export const OperationState = z.enum(OPERATION_STATES);
export type OperationState = z.infer<typeof OperationState>;
export const ItemState = z.enum(ITEM_STATES);
export type ItemState = z.infer<typeof ItemState>;

/** `field` is a field of the product, or empty for a problem of the whole row. */
export const ItemProblem = z.strictObject({ field: z.string(), message: z.string() });
export type ItemProblem = z.infer<typeof ItemProblem>;

const count = z.number().int();
const moment = z.iso.datetime();

/** A bulk change or an import. `changed` counts the items that were undone too. */
export const OperationRow = z.strictObject({
  id: z.string(),
  kind: z.enum(OPERATION_KINDS),
  state: OperationState,
  title: z.string(),
  userName: z.string().nullable(),
  createdAt: moment,
  scheduledAt: moment.nullable(),
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  /** Until then the operation can be undone; null while it cannot. */
  undoUntil: moment.nullable(),
  total: count,
  changed: count,
  unchanged: count,
  skipped: count,
  failed: count,
  undone: count,
  notUndone: count,
  fileName: z.string().nullable(),
  error: z.string().nullable(),
});
export type OperationRow = z.infer<typeof OperationRow>;

/** One difference. `detail`: the variation or the characteristic; the `field` of a variation is price, stock, sku, isActive or variations. */
export const ChangeLine = z.strictObject({
  field: z.string(),
  detail: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
});
export type ChangeLine = z.infer<typeof ChangeLine>;

export const OperationItemRow = z.strictObject({
  number: count,
  productId: z.string().nullable(),
  label: z.string(),
  state: ItemState,
  problems: z.array(ItemProblem),
  changes: z.array(ChangeLine),
});
export type OperationItemRow = z.infer<typeof OperationItemRow>;

export const OperationId = z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/) });

export const OperationQuery = z.object({
  kind: z.enum(OPERATION_KINDS).optional(),
  ...paging(),
});
export type OperationQuery = z.infer<typeof OperationQuery>;

export const ItemQuery = z.object({ state: ItemState.optional(), ...paging(50) });
export type ItemQuery = z.infer<typeof ItemQuery>;

/** Products whose change this run of the job finished. */
export const OperationsRun = z.strictObject({
  applied: count,
  undone: count,
  /** The time of the run ended before the work. */
  hasMore: z.boolean(),
});
export type OperationsRun = z.infer<typeof OperationsRun>;

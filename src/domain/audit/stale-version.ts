import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { isolateUserText } from "@/lib/format/bidi";
import { findLastChange } from "./queries";
import type { StaleVersion } from "./schema";

interface StaleRecord<T> {
  /** Selects the audit entries of the record. */
  entries: Prisma.AuditLogWhereInput;
  getCurrent: () => T | Promise<T>;
  /** A French sentence that names the other editor. */
  message: (changedBy: string) => string;
}

/**
 * Checks that the editor saw the present version of a record. Call after the record is locked.
 * @throws PRECONDITION_REQUIRED without a version; CONFLICT with `StaleVersion` details where it is not the present one
 */
export async function assertCurrentVersion<T extends object>(
  tx: Transaction,
  { seen, present, ...record }: StaleRecord<T> & { seen: number | undefined; present: number },
): Promise<void> {
  if (seen === undefined) throw new AppError("PRECONDITION_REQUIRED");
  if (seen !== present) throw await buildStaleVersionError(tx, record);
}

/** Builds the 409 for a stale version. `more` goes into its details. */
export async function buildStaleVersionError<T extends object>(
  tx: Transaction,
  { entries, getCurrent, message }: StaleRecord<T>,
  more: object = {},
): Promise<AppError> {
  const lastChange = await findLastChange(tx, entries);
  const details: StaleVersion<T> = { current: await getCurrent(), ...lastChange };
  return new AppError("CONFLICT", {
    message: message(isolateUserText(details.changedBy)),
    details: { ...more, ...details },
  });
}

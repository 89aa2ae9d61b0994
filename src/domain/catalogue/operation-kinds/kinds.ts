import "server-only";
import { BULK_CHANGES } from "../bulk/apply-commands";
import { runOperations } from "../operations/job-commands";
import type { OperationKinds } from "../operations/kind";
import type { OperationsRun } from "../operations/schema";

const KINDS: OperationKinds = { BULK: BULK_CHANGES, IMPORT: null };

/** Applies and undoes what is due. `onChange` drops what caches hold of the catalogue. */
export function runProductOperations(onChange: () => void): Promise<OperationsRun> {
  return runOperations(KINDS, onChange);
}

import "server-only";
import { can } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { AppError, toAppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { toFieldError } from "../products/checks";
import {
  finishOperation,
  readBatch,
  recordOutcomes,
  recordUndone,
  type StoredItem,
} from "./item-commands";
import type { JobActor, OperationKinds } from "./kind";
import {
  type ClaimedOperation,
  claimOperation,
  failOperation,
  LeaseLostError,
  recordFailedRun,
  releaseLease,
  renewLease,
} from "./lease-commands";
import type { OperationsRun } from "./schema";
import { undoItems } from "./undo-commands";

/** The next run does the rest. */
const MAX_RUN_MS = 45_000;
const TRANSACTION = { maxWait: 5_000, timeout: 50_000 };

const shared = globalThis as {
  shopOperations?: { run?: Promise<OperationsRun>; isRequested: boolean };
};
shared.shopOperations ??= { isRequested: false };
const current = shared.shopOperations;

/**
 * Applies and undoes operations until none is due or 45 seconds have passed; calls `onChange` after each batch. A process has one run at a
 * time: a call during a run returns its promise and makes it look for work once more. Several processes work on different operations.
 */
export function runOperations(kinds: OperationKinds, onChange: () => void): Promise<OperationsRun> {
  current.isRequested = true;
  current.run ??= runUntilDone(kinds, onChange);
  return current.run;
}

async function runUntilDone(kinds: OperationKinds, onChange: () => void): Promise<OperationsRun> {
  const until = performance.now() + MAX_RUN_MS;
  const run: OperationsRun = { applied: 0, undone: 0, hasMore: false };
  try {
    while (current.isRequested) {
      current.isRequested = false;
      for (let next = await claimOperation(); next; next = await claimOperation()) {
        await work({ operation: next, kinds, onChange, until, run });
        if (performance.now() >= until) return { ...run, hasMore: true };
      }
    }
    return run;
  } finally {
    // Without an await after the last check of `isRequested`, so that no call joins a finished run.
    delete current.run;
  }
}

interface Job {
  operation: ClaimedOperation;
  kinds: OperationKinds;
  onChange: () => void;
  until: number;
  run: OperationsRun;
}

async function work(job: Job): Promise<void> {
  const { operation, until } = job;
  try {
    const actor = await findActor(operation);
    if (actor === null) {
      await failOperation(operation, "La personne qui l'a lancé n'a plus le droit de le faire.");
      return;
    }
    while (await runBatch(job, actor)) {
      if (performance.now() < until) continue;
      await releaseLease(operation);
      return;
    }
  } catch (error) {
    if (error instanceof LeaseLostError) return;
    log.error({ err: error, operation: operation.id }, "a batch of products could not be changed");
    await recordFailedRun(operation);
  }
}

async function findActor({ id, userId }: ClaimedOperation): Promise<JobActor | null> {
  const user = await db.user.findFirst({
    where: { id: userId ?? "", isActive: true },
    select: { id: true, username: true, role: true },
  });
  if (user === null || !can(user, "products.import")) return null;
  const { username, ...rest } = user;
  return { ...rest, name: username, requestId: id, ipHash: null, userAgent: null };
}

/** Returns false when the operation has ended. */
async function runBatch(job: Job, actor: JobActor): Promise<boolean> {
  const { operation } = job;
  if (operation.state === "VALIDATING") return checkNextItems(job);
  const items = await readBatch(db, operation);
  if (items.length === 0) {
    await db.$transaction(async (tx) => {
      await renewLease(tx, operation);
      await finishOperation(tx, operation);
    });
    return false;
  }
  try {
    await changeItems(job, actor, items);
  } catch (error) {
    if (error instanceof LeaseLostError || isTemporary(error)) throw error;
    for (const item of items) await changeItemAlone(job, actor, item);
  }
  job.onChange();
  return true;
}

function checkNextItems({ operation, kinds }: Job): Promise<boolean> {
  const { checkItems } = kinds[operation.kind];
  if (checkItems === undefined) throw new Error(`${operation.kind} has no check`);
  return db.$transaction(async (tx) => {
    await renewLease(tx, operation);
    return checkItems(tx, operation.id);
  }, TRANSACTION);
}

async function changeItems(
  { operation, kinds, run }: Job,
  actor: JobActor,
  items: readonly StoredItem[],
): Promise<void> {
  const { id, kind, state, spec } = operation;
  if (state === "UNDOING") {
    await db.$transaction(async (tx) => {
      await renewLease(tx, operation);
      await recordUndone(tx, id, actor, await undoItems(tx, actor, items));
    }, TRANSACTION);
    run.undone += items.length;
    return;
  }
  const handler = kinds[kind];
  const context = { id, spec, actor };
  if (handler.prepareItems) await db.$transaction((tx) => renewLease(tx, operation));
  const prepared = await handler.prepareItems?.(context, items);
  await db.$transaction(async (tx) => {
    await renewLease(tx, operation);
    const outcomes = await handler.applyItems(tx, context, items, prepared);
    await recordOutcomes(tx, id, actor, outcomes);
    run.applied += outcomes.length;
  }, TRANSACTION);
}

/** The database is away, or another transaction was in the way. */
function isTemporary(error: unknown): boolean {
  const { code } = toAppError(error);
  return code === "SERVICE_UNAVAILABLE" || /40P01|40001|P2034/.test(toText(error));
}

function toText(error: unknown): string {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: unknown };
  return JSON.stringify([code, meta]);
}

/** Changes one item of a batch that failed as a whole; an item that fails is recorded with its reason. */
async function changeItemAlone(job: Job, actor: JobActor, item: StoredItem): Promise<void> {
  const { operation } = job;
  try {
    await changeItems(job, actor, [item]);
  } catch (error) {
    if (error instanceof LeaseLostError || isTemporary(error)) throw error;
    const problems = toProblems(error);
    await db.$transaction(async (tx) => {
      await renewLease(tx, operation);
      const { number } = item;
      if (operation.state === "UNDOING") {
        await recordUndone(tx, operation.id, actor, [{ number, problems, undone: null }]);
      } else {
        await recordOutcomes(tx, operation.id, actor, [{ number, problems, state: "FAILED" }]);
      }
    });
  }
}

function toProblems(error: unknown) {
  const known = toFieldError(error);
  if (!(known instanceof AppError)) log.error({ err: error }, "a product could not be changed");
  const { message, details } = toAppError(known);
  const fields = Object.entries(details ?? {}).filter(([, text]) => typeof text === "string");
  return fields.length > 0
    ? fields.map(([field, text]) => ({ field, message: String(text) }))
    : [{ field: "", message }];
}

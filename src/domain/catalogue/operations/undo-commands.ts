import "server-only";
import { UNKNOWN_EDITOR } from "@/domain/audit/queries";
import type { Transaction } from "@/lib/db";
import { isolateUserText } from "@/lib/format/bidi";
import { lockRecords, type ProductRecord } from "../products/record";
import { type Change, writeRecords } from "../products/write-commands";
import type { StoredItem, UndoOutcome } from "./item-commands";
import type { JobActor } from "./kind";

/**
 * Restores the products of a batch whose version is still the one that the operation wrote; the others stay as they are. A product
 * that the operation created goes to the trash.
 */
export async function undoItems(
  tx: Transaction,
  actor: JobActor,
  items: readonly StoredItem[],
): Promise<UndoOutcome[]> {
  const ids = items.flatMap(({ productId }) => productId ?? []);
  const records = new Map((await lockRecords(tx, ids)).map((record) => [record.id, record]));
  const now = new Date().toISOString();
  const changes: Change[] = [];
  const restored = new Map<string, number>();
  const outcomes: UndoOutcome[] = [];
  for (const item of items) {
    const record = records.get(item.productId ?? "");
    const refusal = findRefusal(record, item);
    if (record === undefined || refusal !== null) {
      outcomes.push({ number: item.number, undone: null, problems: toProblems(refusal) });
      continue;
    }
    restored.set(record.id, item.number);
    changes.push(toChange(record, item, now));
  }
  const written = await writeRecords(tx, actor, changes);
  return [
    ...outcomes,
    ...written.map((after) => ({
      number: restored.get(after.id) ?? 0,
      undone: { before: records.get(after.id) ?? after, after },
      problems: [],
    })),
  ];
}

const toProblems = (message: string | null) => (message === null ? [] : [{ field: "", message }]);

function findRefusal(record: ProductRecord | undefined, { version }: StoredItem): string | null {
  if (record === undefined) return "Ce produit n'existe plus.";
  if (record.version === version) return null;
  return `Modifié depuis par ${isolateUserText(record.editedBy ?? UNKNOWN_EDITOR)}.`;
}

function toChange(record: ProductRecord, { before }: StoredItem, now: string): Change {
  const { live, draft } = record;
  if (before === null) return { record, live, draft, deletedAt: now, reason: "RESTORE" };
  return {
    record,
    live: { ...live, ...before.live },
    draft: before.draft,
    deletedAt: before.deletedAt,
    reason: "RESTORE",
    redirectFrom: record.shop.slug ?? undefined,
  };
}

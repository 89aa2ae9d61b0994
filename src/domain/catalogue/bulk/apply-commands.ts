import "server-only";
import type { Transaction } from "@/lib/db";
import type {
  ItemOutcome,
  OperationItem,
  OperationKindHandler,
  OperationRun,
} from "../operations/kind";
import { collectReferences, resolveReferences } from "../products/checks";
import { lockRecords, type ProductRecord } from "../products/record";
import { type Change, writeRecords } from "../products/write-commands";
import { type Plan, planChange } from "./plan";
import { BulkChanges } from "./schema";

export const BULK_CHANGES: OperationKindHandler = { applyItems };

async function applyItems(
  tx: Transaction,
  { spec, actor }: OperationRun,
  items: readonly OperationItem[],
): Promise<ItemOutcome[]> {
  const changes = readChanges(spec);
  const ids = items.flatMap(({ productId }) => productId ?? []);
  const records = new Map((await lockRecords(tx, ids)).map((record) => [record.id, record]));
  const { categoryId } = changes;
  const resolved = await resolveReferences(tx, collectReferences({ categoryId }));
  const planned = items.map((item) => {
    const record = records.get(item.productId ?? "");
    return { ...item, record, plan: record ? planChange(record, changes, resolved) : GONE };
  });
  const writes: Change[] = [];
  for (const { record, plan } of planned) {
    if (record === undefined || plan.outcome !== "CHANGED") continue;
    writes.push({ record, live: plan.live, draft: plan.draft, reason: "BULK" });
  }
  const written = new Map(
    (await writeRecords(tx, actor, writes)).map((record) => [record.id, record]),
  );
  return planned.map(({ number, record, plan }) =>
    toOutcome(number, plan, record, written.get(record?.id ?? "")),
  );
}

const GONE: Plan = {
  outcome: "EXCLUDED",
  problems: [{ field: "", message: "Ce produit n'existe plus." }],
};

/** The schema has checked the changes before they were stored; only their types are lost. */
function readChanges(spec: unknown): BulkChanges {
  return BulkChanges.parse((spec as { changes?: unknown } | null)?.changes);
}

function toOutcome(
  number: number,
  plan: Plan,
  before: ProductRecord | undefined,
  after: ProductRecord | undefined,
): ItemOutcome {
  if (plan.outcome === "EXCLUDED") return { number, state: "SKIPPED", problems: plan.problems };
  if (before === undefined || after === undefined) {
    return { number, state: "UNCHANGED", problems: [] };
  }
  return {
    number,
    state: "APPLIED",
    action: "update_product_in_bulk",
    before,
    after,
    problems: [],
  };
}

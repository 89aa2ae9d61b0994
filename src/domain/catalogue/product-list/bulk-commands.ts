import "server-only";
import type { AuditAction } from "@/domain/audit/actions";
import { writeAudits } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { changeInBatches, resolveSelection } from "@/lib/lists/bulk-selection";
import { lockRecords, type ProductRecord } from "../products/record";
import { findMissingForPublishing, resolvePublishAt } from "../products/rules";
import type { BulkEdit, BulkResult } from "../products/schema";
import { writeRecords } from "../products/write-commands";
import { SELECTABLE_PRODUCTS } from "./queries";

const MAX_REPORTED = 100;

type Action = BulkEdit["action"];

/** Applies one action to many products. Products that refuse the action are skipped and reported. */
export async function bulkEditProducts(
  actor: Actor,
  { selection, action }: BulkEdit,
): Promise<BulkResult> {
  if (action === "trash" && !can(actor, "products.delete")) throw new AppError("FORBIDDEN");
  const ids = await resolveSelection(selection, SELECTABLE_PRODUCTS);
  const results = await changeInBatches(ids, (batch) => editBatch(actor, action, batch));
  return {
    changed: results.reduce((sum, { changed }) => sum + changed, 0),
    skipped: results.flatMap(({ skipped }) => skipped).slice(0, MAX_REPORTED),
  };
}

function editBatch(actor: Actor, action: Action, ids: readonly string[]): Promise<BulkResult> {
  return db.$transaction(
    async (tx) => {
      const records = await lockRecords(tx, ids);
      const foundIds = new Set(records.map(({ id }) => id));
      const skipped = ids
        .filter((id) => !foundIds.has(id))
        .map((id) => ({ id, name: "", reason: "Ce produit n'existe plus." }));
      const changed: ProductRecord[] = [];
      for (const record of records) {
        const reason = EDITS[action].findRefusal(record);
        if (reason === null) changed.push(record);
        else skipped.push({ id: record.id, name: record.live.name, reason });
      }
      if (changed.length > 0) await write(tx, actor, action, changed);
      return { changed: changed.length, skipped };
    },
    { maxWait: 5_000, timeout: 30_000 },
  );
}

interface Edit {
  auditAction: AuditAction;
  /** Returns the reason why the product is skipped, as a French sentence, or null. */
  findRefusal(record: ProductRecord): string | null;
  apply(record: ProductRecord, now: string): ProductRecord;
}

const withLive = (record: ProductRecord, fields: Partial<ProductRecord["live"]>) => ({
  ...record,
  live: { ...record.live, ...fields },
});

const findTrashRefusal = ({ deletedAt }: ProductRecord) =>
  deletedAt === null ? null : "Il est dans la corbeille.";

const EDITS: Record<Action, Edit> = {
  publish: {
    auditAction: "publish_product",
    findRefusal: (record) => findTrashRefusal(record) ?? findPublishRefusal(record),
    apply: (record) => {
      const { createdAt, live } = record;
      const publishAt = resolvePublishAt({ createdAt, publishAt: live.publishAt });
      return withLive(record, { status: "ACTIVE", publishAt });
    },
  },
  unpublish: {
    auditAction: "unpublish_product",
    findRefusal: (record) =>
      findTrashRefusal(record) ?? (record.live.status === "ACTIVE" ? null : "Il n'est pas publié."),
    apply: (record) => withLive(record, { status: "INACTIVE" }),
  },
  archive: {
    auditAction: "archive_product",
    findRefusal: (record) =>
      findTrashRefusal(record) ??
      (record.live.status === "ARCHIVED" ? "Il est déjà archivé." : null),
    apply: (record) => withLive(record, { status: "ARCHIVED" }),
  },
  trash: {
    auditAction: "trash_product",
    findRefusal: findTrashRefusal,
    apply: (record, now) => ({ ...record, deletedAt: now }),
  },
  restore: {
    auditAction: "restore_product",
    findRefusal: ({ deletedAt }) => (deletedAt === null ? "Il n'est pas dans la corbeille." : null),
    apply: (record) => ({ ...record, deletedAt: null }),
  },
};

function findPublishRefusal({ live, draft }: ProductRecord): string | null {
  if (draft !== null) return "Des changements attendent : publiez-les depuis sa fiche.";
  const missing = Object.values(findMissingForPublishing(live));
  if (missing.length > 0) return missing.join(" ");
  if (live.unpublishAt !== null && Date.parse(live.unpublishAt) <= Date.now()) {
    return "Sa fin de publication est passée : changez-la dans sa fiche.";
  }
  return live.status === "ACTIVE" ? "Il est déjà publié." : null;
}

async function write(
  tx: Transaction,
  actor: Actor,
  action: Action,
  records: readonly ProductRecord[],
): Promise<void> {
  const now = new Date().toISOString();
  const { auditAction, apply } = EDITS[action];
  const changes = records.map((record) => {
    const { live, draft, deletedAt } = apply(record, now);
    return { record, live, draft, deletedAt, reason: "BULK" as const };
  });
  const written = await writeRecords(tx, actor, changes);
  const entries = records.map((record, i) => ({
    action: auditAction,
    entityType: "Product",
    entityId: record.id,
    entityLabel: record.live.name,
    before: toAuditSnapshot(record),
    after: toAuditSnapshot(written[i] ?? record),
  }));
  await writeAudits(tx, actor, entries);
}

function toAuditSnapshot({ live: { status, publishAt }, deletedAt }: ProductRecord) {
  return { status, publishAt, deletedAt };
}

import type { AuditAction } from "@/domain/audit/actions";
import type { Role } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/db";
import type { ProductRecord } from "../products/record";
import type { ItemProblem } from "./schema";

export interface OperationItem {
  number: number;
  productId: string | null;
  label: string;
  plan: unknown;
}

/** The member of staff who started the operation. Audit entries of the job have the operation's id as their request. */
export interface JobActor {
  id: string;
  name: string;
  role: Role;
  requestId: string;
  ipHash: null;
  userAgent: null;
}

export interface OperationRun {
  id: string;
  spec: unknown;
  actor: JobActor;
}

interface NotApplied {
  number: number;
  state: "UNCHANGED" | "SKIPPED" | "FAILED";
  problems: readonly ItemProblem[];
}

interface Applied {
  number: number;
  state: "APPLIED";
  action: AuditAction;
  /** Null for a product that the item created. */
  before: ProductRecord | null;
  after: ProductRecord;
  /** Warnings, such as an image that could not be loaded. */
  problems: readonly ItemProblem[];
}

export type ItemOutcome = NotApplied | Applied;

/** What a kind of operation does with its items. The job writes their state, the audit entries and the counters. */
export interface OperationKindHandler {
  /** Does the next part of the check of an operation that is VALIDATING. Returns whether there is more. */
  checkItems?(tx: Transaction, operationId: string): Promise<boolean>;
  /** Slow work before the transaction, such as loading images, for at most 45 seconds. Its result is passed to `applyItems`. */
  prepareItems?(run: OperationRun, items: readonly OperationItem[]): Promise<unknown>;
  /** Locks the products, checks the changes by the rules of a save, and writes products and versions. Items without an outcome stay PENDING. */
  applyItems(
    tx: Transaction,
    run: OperationRun,
    items: readonly OperationItem[],
    prepared: unknown,
  ): Promise<ItemOutcome[]>;
}

export type OperationKinds = Record<"BULK" | "IMPORT", OperationKindHandler>;

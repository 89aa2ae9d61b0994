import type { AuditAction } from "@/domain/audit/actions";
import type { MessageStatus } from "@/generated/prisma/client";
import type { LeadStatus } from "./limits";
import type { LeadFilters } from "./schema";

/** Client-safe, without Zod: the list predicts the result of a tap. */

/** Without a status in the filters: new leads, or all where there is a search. */
export function resolveStatus({
  status,
  q,
}: Pick<LeadFilters, "status" | "q">): LeadStatus | "all" {
  return status ?? (q ? "all" : "NEW");
}

export interface LeadState {
  status: LeadStatus;
  statusAt: Date;
  /** MAD; null unless the lead is sold. */
  amount: string | null;
  note: string | null;
}

type LeadChange = Partial<Pick<LeadState, "status" | "amount" | "note">>;

export function applyLeadChange(state: LeadState, change: LeadChange, now: Date): LeadState {
  const { status = state.status, note = state.note } = change;
  const amount = change.amount === undefined ? state.amount : change.amount;
  return {
    status,
    statusAt: status === state.status ? state.statusAt : now,
    amount: status === "SOLD" ? amount : null,
    note,
  };
}

export function isSameLead(before: LeadState, after: LeadState): boolean {
  return (["status", "amount", "note"] as const).every((field) => before[field] === after[field]);
}

export function getLeadAction(before: LeadState, after: LeadState): AuditAction {
  return before.status === after.status ? "update_lead" : STATUS_ACTIONS[after.status];
}

const STATUS_ACTIONS = {
  NEW: "reopen_lead",
  REPLIED: "mark_lead_replied",
  QUOTED: "mark_lead_quoted",
  SOLD: "mark_lead_sold",
  LOST: "mark_lead_lost",
} as const satisfies Record<LeadStatus, AuditAction>;

/**
 * A message and its lead agree on whether the customer was answered. A reply answers the lead, archiving without a reply closes it as
 * lost, and reopening the message reopens it. What staff have quoted or sold stays.
 */
export function followMessageStatus(
  lead: LeadStatus,
  before: MessageStatus,
  after: MessageStatus,
): LeadStatus {
  if (before === after) return lead;
  if (after === "REPLIED") return lead === "NEW" || lead === "LOST" ? "REPLIED" : lead;
  if (after === "ARCHIVED") return lead === "NEW" ? "LOST" : lead;
  return wasAnswered(before) && (lead === "REPLIED" || lead === "LOST") ? "NEW" : lead;
}

/** The status of the message after a change of its lead. */
export function followLeadStatus(message: MessageStatus, lead: LeadStatus): MessageStatus {
  if (lead === "NEW") return wasAnswered(message) ? "READ" : message;
  if (wasAnswered(message)) return message;
  return lead === "LOST" ? "ARCHIVED" : "REPLIED";
}

const wasAnswered = (status: MessageStatus) => status === "REPLIED" || status === "ARCHIVED";

import { DEVICES, type EventRow, PAGES, type Visit } from "@/domain/analytics/event";
import type { LeadStatus } from "./limits";

/** A lead as its events repeat it. */
export interface LeadFacts {
  id: string;
  status: LeadStatus;
  statusAt: Date;
  amount: string | null;
  productId: string | null;
  locale: "FR" | "AR";
  page: string | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  device: string | null;
  visitorHash: string | null;
  sessionId: string | null;
  personId: string | null;
}

/** What a lead holds of its visit: nothing of a visitor who is not counted. */
export function toVisitColumns(visit: Visit | null) {
  return {
    source: visit?.source ?? null,
    medium: visit?.medium ?? null,
    campaign: visit?.campaign ?? null,
    device: visit?.device ?? null,
    visitorHash: visit?.visitorHash ?? null,
    sessionId: visit?.sessionId ?? null,
    personId: visit?.personId ?? null,
    acceptsPostHog: visit?.acceptsPostHog ?? false,
  };
}

type SubmitFacts = Omit<LeadFacts, "status" | "statusAt" | "amount"> & {
  messageId: string | null;
  createdAt: Date;
};

export function getSubmitEventId(messageId: string | null): string {
  return `contact-${messageId}`;
}

/** The event of a message that a customer sent. */
export function buildSubmitEvent(lead: SubmitFacts): EventRow {
  return {
    ...toEvent(lead),
    id: getSubmitEventId(lead.messageId),
    eventType: "contact_submit",
    createdAt: lead.createdAt,
    metadata: { leadId: lead.id },
  };
}

type Stage = Exclude<LeadStatus, "NEW">;

const STAGES = ["REPLIED", "QUOTED", "SOLD", "LOST"] as const satisfies readonly Stage[];

const EVENT_TYPES = {
  REPLIED: "lead_replied",
  QUOTED: "lead_quoted",
  SOLD: "lead_sold",
  LOST: "lead_lost",
} as const;

/** The stages that a lead of a status has passed for certain: without a reply there is no sale. */
const PASSED: Record<LeadStatus, readonly Stage[]> = {
  NEW: [],
  REPLIED: ["REPLIED"],
  QUOTED: ["REPLIED", "QUOTED"],
  SOLD: ["REPLIED", "SOLD"],
  LOST: ["LOST"],
};

/** The stages that it may have passed; events of the others come from a wrong tap. */
const POSSIBLE: Record<LeadStatus, readonly Stage[]> = {
  NEW: [],
  REPLIED: ["REPLIED"],
  QUOTED: ["REPLIED", "QUOTED"],
  SOLD: ["REPLIED", "QUOTED", "SOLD"],
  LOST: ["REPLIED", "QUOTED", "LOST"],
};

interface CapturedLead {
  status: LeadStatus;
  /** In MAD. */
  amount: string | null;
  /** The status that was captured last. */
  capturedStatus: LeadStatus;
}

/** The stages to send to PostHog, as names of events: those that the lead passed since the last capture, and its own stage. */
export function listCaptures({ status, amount, capturedStatus }: CapturedLead) {
  const passed = PASSED[capturedStatus];
  return PASSED[status]
    .filter((stage) => stage === status || !passed.includes(stage))
    .map((stage) => ({
      event: EVENT_TYPES[stage],
      amount: stage === "SOLD" && amount !== null ? Number(amount) : null,
    }));
}

export function getEventId(leadId: string, stage: Stage): string {
  return `lead-${leadId}-${EVENT_TYPES[stage].slice("lead_".length)}`;
}

/** Ids of the events that a lead of this status cannot have. */
export function listWrongEventIds({ id, status }: Pick<LeadFacts, "id" | "status">): string[] {
  return STAGES.filter((stage) => !POSSIBLE[status].includes(stage)).map((stage) =>
    getEventId(id, stage),
  );
}

export function listAllEventIds(id: string): string[] {
  return listWrongEventIds({ id, status: "NEW" });
}

/** Older events are deleted (`domain/analytics`), so none may appear among them. */
const MAX_EVENT_AGE_MS = 80 * 86_400_000;

/** The events of a lead, each with the id by which a repeated one is ignored. A later stage is a millisecond after the earlier one. */
export function buildLeadEvents(lead: LeadFacts, now: Date): EventRow[] {
  if (now.getTime() - lead.statusAt.getTime() > MAX_EVENT_AGE_MS) return [];
  const stages = PASSED[lead.status];
  return stages.map((stage, index) => ({
    ...toEvent(lead),
    id: getEventId(lead.id, stage),
    eventType: EVENT_TYPES[stage],
    createdAt: new Date(lead.statusAt.getTime() - (stages.length - 1 - index)),
    metadata: { leadId: lead.id, amount: stage === "SOLD" ? lead.amount : null },
  }));
}

function toEvent(lead: Omit<LeadFacts, "status" | "statusAt" | "amount">) {
  const { productId, locale, source, medium, campaign, visitorHash, sessionId, personId } = lead;
  return {
    productId,
    locale,
    page: PAGES.find((page) => page === lead.page) ?? null,
    device: DEVICES.find((device) => device === lead.device) ?? null,
    source,
    medium,
    campaign,
    visitorHash,
    sessionId,
    personId,
  };
}

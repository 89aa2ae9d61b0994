import { describe, expect, it } from "vitest";
import { buildLeadEvents, listWrongEventIds } from "@/domain/messaging/leads/lead-events";
import { LEAD_STATUSES, type LeadStatus } from "@/domain/messaging/leads/limits";
import {
  applyLeadChange,
  followLeadStatus,
  followMessageStatus,
} from "@/domain/messaging/leads/rules";

const NOW = new Date("2026-11-30T10:00:00Z");
const BEFORE = new Date("2026-11-29T10:00:00Z");
const MESSAGE_STATUSES = ["NEW", "READ", "REPLIED", "ARCHIVED"] as const;

const buildState = (status: LeadStatus, amount: string | null = null) => {
  return { status, statusAt: BEFORE, amount, note: null };
};

const buildFacts = (status: LeadStatus) => ({
  ...buildState(status, status === "SOLD" ? "120.00" : null),
  id: "c1",
  productId: null,
  locale: "FR" as const,
  page: "product",
  source: "google",
  medium: null,
  campaign: null,
  device: "phone",
  visitorHash: "v",
  sessionId: "s",
  personId: null,
});

describe("A change of a lead", () => {
  it("keeps the amount with a sale only", () => {
    expect(
      applyLeadChange(buildState("QUOTED"), { status: "SOLD", amount: "120.00" }, NOW),
    ).toEqual({
      status: "SOLD",
      statusAt: NOW,
      amount: "120.00",
      note: null,
    });
    expect(
      applyLeadChange(buildState("SOLD", "120.00"), { status: "LOST" }, NOW).amount,
    ).toBeNull();
  });

  it("does not move the time of the status without another status", () => {
    expect(applyLeadChange(buildState("SOLD"), { amount: "9.00" }, NOW).statusAt).toBe(BEFORE);
  });
});

describe("A message and its lead", () => {
  it("agree on whether the customer was answered, whichever of them changes", () => {
    const isAnswered = (status: string) => ["REPLIED", "ARCHIVED"].includes(status);
    for (const lead of LEAD_STATUSES) {
      for (const before of MESSAGE_STATUSES) {
        const message = followLeadStatus(before, lead);
        expect(isAnswered(message), `${lead} ${before}`).toBe(lead !== "NEW");
        for (const after of MESSAGE_STATUSES) {
          if (before === after || isAnswered(before) !== (lead !== "NEW")) continue;
          const followed = followMessageStatus(lead, before, after);
          const isKept = lead === "QUOTED" || lead === "SOLD";
          if (!isKept)
            expect(followed !== "NEW", `${lead} ${before} ${after}`).toBe(isAnswered(after));
          else expect(followed).toBe(lead);
        }
      }
    }
  });
});

describe("The events of a lead", () => {
  it("never repeat an id that another status calls wrong", () => {
    for (const status of LEAD_STATUSES) {
      const ids = buildLeadEvents(buildFacts(status), NOW).map(({ id }) => id ?? "");
      const wrong = listWrongEventIds({ id: "c1", status });
      expect(ids.filter((id) => wrong.includes(id))).toEqual([]);
    }
  });

  it("say that a sale was answered before, a millisecond earlier, with the visit of the lead", () => {
    const events = buildLeadEvents(buildFacts("SOLD"), NOW);
    expect(events).toMatchObject([
      { eventType: "lead_replied", createdAt: new Date(BEFORE.getTime() - 1), visitorHash: "v" },
      {
        eventType: "lead_sold",
        createdAt: BEFORE,
        source: "google",
        metadata: { amount: "120.00" },
      },
    ]);
  });

  it("are not written where older events are already deleted", () => {
    const muchLater = new Date(BEFORE.getTime() + 81 * 86_400_000);
    expect(buildLeadEvents(buildFacts("SOLD"), muchLater)).toEqual([]);
  });
});

import "server-only";
import type { AuditAction } from "@/domain/audit/actions";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { assertTransition, lockCampaign } from "../checks";
import { getCampaign } from "../queries";
import type { StaffCampaign } from "../schema";

const AUDIT_ENTITY = { entityType: "Campaign" } as const;

/** Stops sending after the current batch. */
export function pauseCampaign(actor: Actor, id: string): Promise<StaffCampaign> {
  return transition(actor, id, "pause", { status: "PAUSED" });
}

/** Resumes the sending and queues the refused messages again: the person who resumes has dealt with the cause. */
export function resumeCampaign(actor: Actor, id: string): Promise<StaffCampaign> {
  return transition(actor, id, "resume", { status: "RUNNING", pausedReason: null }, async (tx) => {
    await tx.campaignMessage.updateMany({
      where: { campaignId: id, state: "FAILED" },
      data: {
        state: "QUEUED",
        batchId: null,
        attempt: 0,
        providerId: null,
        sentAt: null,
        deliveredAt: null,
      },
    });
    await tx.campaign.update({ where: { id }, data: { errors: 0 }, select: { id: true } });
    await tx.campaignBatch.updateMany({
      where: { campaignId: id, state: "OPEN" },
      data: { nextAttemptAt: new Date(0) },
    });
  });
}

/** Returns a scheduled campaign to a draft. For a started campaign, skips the messages that are not sent; refused ones become FAILED again. */
export function cancelCampaign(actor: Actor, id: string): Promise<StaffCampaign> {
  return transition(actor, id, "cancel", { status: "CANCELLED" }, async (tx) => {
    const waiting = { campaignId: id, state: "QUEUED", batchId: null } as const;
    const { lastSubscriberId } = await tx.campaign.findUniqueOrThrow({
      where: { id },
      select: { lastSubscriberId: true },
    });
    await tx.campaignMessage.updateMany({
      where: { ...waiting, subscriberId: { lte: lastSubscriberId ?? "" } },
      data: { state: "FAILED" },
    });
    await tx.campaignMessage.updateMany({ where: waiting, data: { state: "SKIPPED" } });
  });
}

type Transition = "pause" | "resume" | "cancel";

const ACTIONS = {
  pause: "pause_campaign",
  resume: "resume_campaign",
  cancel: "cancel_campaign",
} as const satisfies Record<Transition, AuditAction>;

function transition(
  actor: Actor,
  id: string,
  action: Transition,
  after: { status: "PAUSED" | "RUNNING" | "CANCELLED"; pausedReason?: null },
  afterUpdate?: (tx: Transaction) => Promise<void>,
): Promise<StaffCampaign> {
  return audited(actor, { ...AUDIT_ENTITY, action: ACTIONS[action], entityId: id }, async (tx) => {
    const before = await lockCampaign(tx, id);
    assertTransition(action, before.status);
    const isScheduled = before.sendAt !== null && before.startedAt === null;
    const data = isScheduled ? getScheduleChange(action, before.sendAt) : after;
    await tx.campaign.update({
      where: { id },
      data: {
        ...data,
        finishedAt: data.status === "CANCELLED" ? new Date() : undefined,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await afterUpdate?.(tx);
    const override = data.status === "DRAFT" ? { action: "unschedule_campaign" as const } : {};
    return { ...toAuditResult(await getCampaign(id, tx), before, data), ...override };
  });
}

/** Resuming a schedule whose time has passed sends the campaign now. */
function getScheduleChange(action: Transition, sendAt: string | null) {
  const isPast = sendAt !== null && Date.parse(sendAt) < Date.now();
  if (action !== "resume" || !isPast) return SCHEDULE_CHANGES[action];
  return { ...SCHEDULE_CHANGES.resume, sendAt: new Date().toISOString() };
}

/** The states of a campaign that has not started. */
const SCHEDULE_CHANGES = {
  pause: { status: "PAUSED" },
  resume: { status: "SCHEDULED", pausedReason: null },
  cancel: { status: "DRAFT", sendAt: null, pausedReason: null },
} as const;

export function toAuditResult(result: StaffCampaign, before: StaffCampaign, after: object) {
  const { status, sendAt } = before;
  return { result, entityLabel: result.subject, before: { status, sendAt }, after };
}

import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { assertTransition, assertVersion, lockCampaign } from "@/domain/campaigns/checks";
import { renderSnapshot } from "@/domain/campaigns/content/compose";
import { getCampaign } from "@/domain/campaigns/queries";
import { isOverdue } from "@/domain/campaigns/rules";
import type { ScheduleRequest, SendRequest, StaffCampaign } from "@/domain/campaigns/schema";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { formatDateTime } from "@/lib/format/format";
import { log } from "@/lib/log";
import { countRecipients, createMessages } from "./audience-commands";
import { autoPauseCampaign } from "./pause-commands";
import { toAuditResult } from "./transition-commands";

const AUDIT_ENTITY = { entityType: "Campaign" } as const;

/**
 * Starts a campaign with the subscribers who are eligible and the content that is stored now.
 * @throws CONFLICT where `count` is not the number of recipients, VALIDATION_ERROR for an incomplete campaign
 */
export async function sendCampaign(
  actor: Actor,
  id: string,
  { count, version }: SendRequest,
): Promise<StaffCampaign> {
  const rendered = await renderSnapshot(await getCampaign(id));
  return audited(actor, { ...AUDIT_ENTITY, action: "send_campaign", entityId: id }, async (tx) => {
    const before = await lockCampaign(tx, id);
    await assertVersion(tx, before, version);
    assertTransition("send", before.status);
    assertComplete(before);
    const toSend = await startCampaign(tx, before, rendered);
    assertCount(count, toSend);
    const after = { status: "RUNNING", toSend };
    return toAuditResult(await getCampaign(id, tx), before, after);
  });
}

/** Schedules a campaign; its audience is the subscribers who are eligible at its start. @throws as `sendCampaign` */
export async function scheduleCampaign(
  actor: Actor,
  id: string,
  { count, version, sendAt }: ScheduleRequest,
): Promise<StaffCampaign> {
  return audited(
    actor,
    { ...AUDIT_ENTITY, action: "schedule_campaign", entityId: id },
    async (tx) => {
      const before = await lockCampaign(tx, id);
      await assertVersion(tx, before, version);
      assertTransition("send", before.status);
      assertComplete(before);
      if (Date.parse(sendAt) <= Date.now()) {
        const message = "Choisissez un moment à venir.";
        throw new AppError("VALIDATION_ERROR", { message, details: { sendAt: message } });
      }
      assertCount(count, await countRecipients(tx, before.audience));
      const after = { status: "SCHEDULED", sendAt } as const;
      await tx.campaign.update({
        where: { id },
        data: { ...after, version: { increment: 1 } },
        select: { id: true },
      });
      return toAuditResult(await getCampaign(id, tx), before, after);
    },
  );
}

/**
 * Starts the campaigns that are due and returns their number. Workers can call it at the same time: each campaign is locked.
 * Pauses a campaign that is more than `MAX_DELAY_HOURS` late and notifies the shop by mail.
 */
export async function startDueCampaigns(): Promise<number> {
  const due = await db.campaign.findMany({
    where: { status: "SCHEDULED", sendAt: { lte: new Date() } },
    select: { id: true },
    orderBy: [{ sendAt: "asc" }, { id: "asc" }],
    take: 20,
  });
  let started = 0;
  for (const { id } of due) {
    try {
      if (await startScheduledCampaign(id)) started++;
    } catch (err) {
      log.error({ err, campaign: id }, "a campaign could not start");
      await db.$transaction((tx) => autoPauseCampaign(tx, id, START_FAILED_REASON, "SCHEDULED"));
    }
  }
  return started;
}

const START_FAILED_REASON =
  "L'envoi programmé n'a pas pu commencer. Reprenez pour essayer à nouveau ; si cela recommence, annulez-le et vérifiez le contenu.";

async function startScheduledCampaign(id: string): Promise<boolean> {
  const scheduled = await getCampaign(id);
  if (isOverdue(scheduled.sendAt, Date.now())) {
    await pauseOverdue(scheduled);
    return false;
  }
  const rendered = await renderSnapshot(scheduled);
  return db.$transaction(async (tx) => {
    const campaign = await lockCampaign(tx, id);
    if (campaign.status !== "SCHEDULED" || campaign.version !== scheduled.version) return false;
    await startCampaign(tx, campaign, rendered);
    return true;
  });
}

function pauseOverdue({ id, version, sendAt }: StaffCampaign): Promise<void> {
  return db.$transaction(async (tx) => {
    const campaign = await lockCampaign(tx, id);
    if (campaign.version !== version || sendAt === null) return;
    const reason = `Prévue le ${formatDateTime(sendAt)}, cette campagne n'est pas partie : l'envoi était arrêté à ce moment. L'envoyer encore ? Reprenez-la pour l'envoyer maintenant, ou annulez-la.`;
    await autoPauseCampaign(tx, id, reason, "SCHEDULED");
  });
}

/** Uses the database clock, because the start is compared with timestamps of the database. */
async function getDatabaseTime(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`;
  return row?.now ?? new Date();
}

async function startCampaign(
  tx: Transaction,
  { id, audience }: StaffCampaign,
  { snapshot, links }: Awaited<ReturnType<typeof renderSnapshot>>,
): Promise<number> {
  const startedAt = await getDatabaseTime(tx);
  const toSend = await createMessages(tx, id, audience);
  await tx.campaignLink.createMany({
    data: links.map((link, position) => ({ campaignId: id, position, ...link })),
  });
  await tx.campaign.update({
    where: { id },
    data: {
      status: "RUNNING",
      startedAt,
      snapshot,
      toSend,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  return toSend;
}

function assertComplete({ missing }: StaffCampaign): void {
  if (missing.length === 0) return;
  throw new AppError("VALIDATION_ERROR", {
    message: `Il manque quelque chose. ${missing.join(" ")}`,
    details: { missing },
  });
}

function assertCount(typed: number, actual: number): void {
  if (actual === 0) {
    throw new AppError("CONFLICT", {
      message: "Personne ne correspond à ce choix de destinataires.",
      details: { count: actual },
    });
  }
  if (typed === actual) return;
  throw new AppError("CONFLICT", {
    message: `Le nombre de destinataires est maintenant de ${actual}. Vérifiez, puis tapez ce nombre.`,
    details: { count: actual },
  });
}

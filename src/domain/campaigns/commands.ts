import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { claimUploads } from "@/domain/media/tx-commands";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { lookup } from "@/lib/lookup";
import { isSameJson } from "@/lib/same-json";
import { cleanBlocks, getImageUrls } from "./blocks";
import { assertTransition, assertVersion, lockCampaign, toAuditSnapshot } from "./checks";
import { NO_SUBJECT } from "./labels";
import { getCampaign } from "./queries";
import type { CampaignInput, CampaignPatch, StaffCampaign } from "./schema";

const AUDIT_ENTITY = { entityType: "Campaign" } as const;

/** Creates a draft; all fields are optional. */
export function createCampaign(actor: Actor, input: CampaignInput): Promise<StaffCampaign> {
  return audited(actor, { ...AUDIT_ENTITY, action: "create_campaign" }, async (tx) => {
    const { id } = await tx.campaign.create({
      data: { subject: "", ...(await toPrismaData(tx, input)), createdById: actor.id },
      select: { id: true },
    });
    const result = await getCampaign(id, tx);
    return { ...toAuditTarget(result), result, before: null, after: toAuditSnapshot(result) };
  });
}

/** @throws PRECONDITION_REQUIRED, CONFLICT for a stale version or a campaign that is not a draft */
export function updateCampaign(
  actor: Actor,
  id: string,
  { version, ...changes }: CampaignPatch,
): Promise<StaffCampaign> {
  const entry = { ...AUDIT_ENTITY, action: "update_campaign", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockCampaign(tx, id);
    await assertVersion(tx, before, version);
    assertTransition("edit", before.status);
    if (isUnchanged(before, changes)) return { result: before, isUnchanged: true };
    const data = { ...(await toPrismaData(tx, changes)), version: { increment: 1 } };
    await tx.campaign.update({ where: { id }, data, select: { id: true } });
    const result = await getCampaign(id, tx);
    return {
      ...toAuditTarget(result),
      result,
      before: toAuditSnapshot(before),
      after: toAuditSnapshot(result),
    };
  });
}

function isUnchanged(stored: StaffCampaign, { blocks, ...fields }: CampaignInput): boolean {
  const definedFields = Object.entries(fields).filter(([, value]) => value !== undefined);
  return (
    definedFields.every(([name, value]) => isSameJson(lookup(stored, name), value)) &&
    (blocks === undefined || isSameJson(stored.blocks, cleanBlocks(blocks)))
  );
}

/** Deletes a draft; other campaigns stay for their reports. @throws CONFLICT */
export function deleteCampaign(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "delete_campaign", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const before = await lockCampaign(tx, id);
    assertTransition("edit", before.status);
    await tx.campaign.delete({ where: { id }, select: { id: true } });
    return { ...toAuditTarget(before), result: null, before: toAuditSnapshot(before), after: null };
  });
}

/** Copies the content and the audience into a new draft. */
export function duplicateCampaign(actor: Actor, id: string): Promise<StaffCampaign> {
  return audited(actor, { ...AUDIT_ENTITY, action: "duplicate_campaign" }, async (tx) => {
    const { subject, subjectAr, preheader, preheaderAr, blocks, audience } = await getCampaign(
      id,
      tx,
    );
    const copy = await tx.campaign.create({
      data: {
        subject,
        subjectAr,
        preheader,
        preheaderAr,
        audience,
        content: { blocks },
        createdById: actor.id,
      },
      select: { id: true },
    });
    const result = await getCampaign(copy.id, tx);
    return { ...toAuditTarget(result), result, before: null, after: toAuditSnapshot(result) };
  });
}

function toAuditTarget({ id, subject }: StaffCampaign) {
  return { entityId: id, entityLabel: subject || NO_SUBJECT };
}

async function toPrismaData(tx: Transaction, { blocks, ...fields }: CampaignInput) {
  const definedFields = Object.entries(fields).filter(([, value]) => value !== undefined);
  const data = Object.fromEntries(definedFields) as Prisma.CampaignUncheckedUpdateInput &
    Partial<Pick<Prisma.CampaignUncheckedCreateInput, "audience">>;
  if (blocks === undefined) return data as Omit<typeof data, keyof typeof data>;
  await claimUploads(tx, getImageUrls(blocks), "blocks");
  return { ...data, content: { blocks: cleanBlocks(blocks) } };
}

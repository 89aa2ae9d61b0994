import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getCampaign } from "./queries";
import { canTransition } from "./rules";
import type { CampaignStatus, StaffCampaign } from "./schema";

/** Locks the row until the transaction ends. @throws NOT_FOUND */
export async function lockCampaign(tx: Transaction, id: string): Promise<StaffCampaign> {
  await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${id} FOR UPDATE`;
  return getCampaign(id, tx);
}

/** @throws PRECONDITION_REQUIRED, CONFLICT as `assertCurrentVersion` */
export function assertVersion(
  tx: Transaction,
  current: StaffCampaign,
  seen: number | undefined,
): Promise<void> {
  return assertCurrentVersion(tx, {
    seen,
    present: current.version,
    entries: { entityType: "Campaign", entityId: current.id },
    getCurrent: () => current,
    message: (editor) => `${editor} a modifié cette campagne entre-temps. Rechargez la page.`,
  });
}

const REFUSALS: Record<Parameters<typeof canTransition>[0], string> = {
  edit: "Seul un brouillon se modifie. Dupliquez la campagne pour en changer le contenu.",
  send: "Cette campagne est déjà partie ou programmée.",
  pause: "Cette campagne n'est pas en cours d'envoi.",
  resume: "Cette campagne n'est pas en pause.",
  cancel: "Cette campagne n'est ni programmée ni en cours d'envoi.",
};

/** @throws CONFLICT */
export function assertTransition(
  action: Parameters<typeof canTransition>[0],
  status: CampaignStatus,
): void {
  if (!canTransition(action, status)) throw new AppError("CONFLICT", { message: REFUSALS[action] });
}

/** The fields of a campaign for the audit log. */
export function toAuditSnapshot({
  subject,
  subjectAr,
  preheader,
  preheaderAr,
  ...campaign
}: StaffCampaign) {
  const { blocks, audience, status, sendAt } = campaign;
  return { subject, subjectAr, preheader, preheaderAr, blocks, audience, status, sendAt };
}

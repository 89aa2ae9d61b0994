import "server-only";
import { randomBytes } from "node:crypto";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/lucia";
import { appUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { NewShare, ShareInput } from "./schema";

const AUDIT_ENTITY = { entityType: "AnalyticsShare" } as const;
const MAX_SHARES = 100;
const DAY_MS = 86_400_000;

/** Creates a link that shows figures without an account for some days. Deletes those that have expired. */
export function createShare(actor: Actor, { name, days, target }: ShareInput): Promise<NewShare> {
  const entry = { ...AUDIT_ENTITY, action: "share_analytics", entityLabel: name } as const;
  return audited(actor, entry, async (tx) => {
    const now = Date.now();
    await tx.analyticsShare.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
    if ((await tx.analyticsShare.count()) >= MAX_SHARES) {
      throw new AppError("CONFLICT", {
        message: "Trop de liens sont ouverts. Retirez ceux qui ne servent plus.",
      });
    }
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now + days * DAY_MS);
    const { id } = await tx.analyticsShare.create({
      data: { name, tokenHash: hashToken(token), target, expiresAt },
      select: { id: true },
    });
    const url = `${appUrl}/admin/partage/${token}`;
    return {
      result: { id, name, expiresAt: expiresAt.toISOString(), url },
      entityId: id,
      before: null,
      after: { name, expiresAt },
    };
  });
}

/** Closes a link at once. */
export function revokeShare(actor: Actor, id: string): Promise<null> {
  const entry = { ...AUDIT_ENTITY, action: "revoke_analytics_share", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const [share] = await tx.$queryRaw<{ name: string; expiresAt: Date }[]>`
      DELETE FROM "AnalyticsShare" WHERE "id" = ${id} RETURNING "name", "expiresAt"`;
    if (!share) throw new AppError("NOT_FOUND", { message: "Ce lien est déjà retiré." });
    return { result: null, entityLabel: share.name, before: share, after: null };
  });
}

import "server-only";
import { randomBytes } from "node:crypto";
import type { AuditAction } from "@/domain/audit/actions";
import { audited, writeAudit } from "@/domain/audit/tx-commands";
import {
  buildActiveLinkWhere,
  redeemMailedLink,
  revokeMailedLinks,
} from "@/domain/mailed-links/tx-commands";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import type { Actor, Origin } from "@/lib/auth/actor";
import { endUserSessions, hashToken } from "@/lib/auth/lucia";
import { hashPassword } from "@/lib/auth/password";
import { db, type Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { consumeMailQuota, resetAttempts } from "./attempts";
import { assertCurrentPassword } from "./current-password";
import { signDeviceToken } from "./known-device";

const RESET_MINUTES = 60;
const INVALID_LINK = "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.";

/** Queues a reset mail for an active account. Does nothing for an unknown address or above the mail limit. */
export async function requestPasswordReset(email: string): Promise<void> {
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, username: true, isActive: true },
  });
  if (!user?.isActive || !(await consumeMailQuota(user.id))) return;
  const token = randomBytes(32).toString("base64url");
  await db.$transaction(async (tx) => {
    const { id } = await tx.passwordReset.create({
      data: {
        userId: user.id,
        tokenHash: hashToken(token),
        expiresAt: new Date(Date.now() + RESET_MINUTES * 60_000),
      },
      select: { id: true },
    });
    await enqueueMail(tx, {
      template: "password-reset",
      to: email,
      locale: "FR",
      idempotencyKey: `password-reset:${id}`,
      props: { username: user.username },
      secret: { link: `${appUrl}/admin/nouveau-mot-de-passe?token=${token}` },
      entity: { type: "User", id: user.id },
    });
  });
}

/** Sets a password by a mailed link and ends every session of the account. @throws GONE for an expired or used link */
export async function resetPassword(
  token: string,
  password: string,
  origin: Origin,
): Promise<void> {
  const active = await db.passwordReset.count({ where: buildActiveResetWhere(token) });
  if (active === 0) throw new AppError("GONE", { message: INVALID_LINK });
  const passwordHash = await hashPassword(password);
  const { user } = await db.$transaction(async (tx) => {
    const reset = await redeemReset(tx, token);
    await setPassword(tx, reset.user.id, passwordHash);
    const actor = { ...origin, id: reset.user.id, name: reset.user.username };
    await writeAudit(tx, actor, toAuditEntry("reset_password", reset.user));
    return reset;
  });
  await resetAttempts(user);
}

/** Sets the first password of an invited account. @throws GONE for an expired or used link */
export async function acceptInvitation(
  token: string,
  password: string,
  origin: Origin,
): Promise<void> {
  const where = { ...buildActiveLinkWhere("INVITATION", token), user: { isActive: true } };
  if ((await db.emailToken.count({ where })) === 0)
    throw new AppError("GONE", { message: INVALID_LINK });
  const passwordHash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    const user = await redeemInvitation(tx, token);
    await setPassword(tx, user.id, passwordHash);
    await writeAudit(
      tx,
      { ...origin, id: user.id, name: user.username },
      toAuditEntry("accept_invitation", user),
    );
  });
}

/**
 * Changes the actor's password and ends all their sessions, including the current one: the caller opens a new one. Returns a new device
 * token, since the earlier ones are revoked.
 */
export async function changePassword(
  actor: Actor,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<string> {
  await assertCurrentPassword(actor.id, currentPassword);
  const passwordHash = await hashPassword(newPassword);
  return audited(
    actor,
    toAuditEntry("change_password", { id: actor.id, username: actor.name }),
    async (tx) => {
      const passwordChangedAt = await setPassword(tx, actor.id, passwordHash);
      const result = signDeviceToken({ id: actor.id, passwordChangedAt }, undefined);
      return { result, before: { password: 0 }, after: { password: 1 } };
    },
  );
}

function buildActiveResetWhere(token: string) {
  const tokenHash = hashToken(token);
  return { tokenHash, usedAt: null, expiresAt: { gt: new Date() }, user: { isActive: true } };
}

async function redeemReset(tx: Transaction, token: string) {
  const tokenHash = hashToken(token);
  const { count } = await tx.passwordReset.updateMany({
    where: buildActiveResetWhere(token),
    data: { usedAt: new Date() },
  });
  if (count !== 1) throw new AppError("GONE", { message: INVALID_LINK });
  return tx.passwordReset.findUniqueOrThrow({
    where: { tokenHash },
    select: { user: { select: { id: true, username: true, email: true } } },
  });
}

/** @throws GONE for an expired or used link, or a disabled account */
async function redeemInvitation(tx: Transaction, token: string) {
  const link = await redeemMailedLink(tx, "INVITATION", token);
  const user = await tx.user.findFirst({
    where: { id: link?.userId ?? "", isActive: true },
    select: { id: true, username: true },
  });
  if (!user) throw new AppError("GONE", { message: INVALID_LINK });
  return user;
}

async function setPassword(tx: Transaction, id: string, passwordHash: string): Promise<Date> {
  const now = new Date();
  await tx.user.update({
    where: { id },
    data: { passwordHash, passwordChangedAt: now, version: { increment: 1 } },
    select: { id: true },
  });
  await endUserSessions(tx, id);
  await tx.passwordReset.updateMany({
    where: { userId: id, usedAt: null },
    data: { usedAt: now },
  });
  await revokeMailedLinks(tx, { userId: id });
  return now;
}

function toAuditEntry(action: AuditAction, user: { id: string; username: string }) {
  return { action, entityType: "User", entityId: user.id, entityLabel: user.username };
}

import "server-only";
import { assertCurrentVersion } from "@/domain/audit/stale-version";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { endUserSessions } from "@/lib/auth/lucia";
import type { Role } from "@/lib/auth/permissions";
import { isOwner, OWNER_ROLE } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hasAccepted, STAFF_USER, toStaffUser } from "./queries";
import type { StaffUser, UserPatch } from "./schema";

/**
 * Changes a user's role and ends their sessions.
 * @throws PRECONDITION_REQUIRED without a version, CONFLICT for a stale one or for the last owner
 */
export function changeRole(actor: Actor, id: string, { role, version }: UserPatch) {
  return audited(actor, { ...ENTRY, action: "change_role", entityId: id }, async (tx) => {
    const user = await lockUser(tx, id);
    await assertCurrentVersion(tx, {
      seen: version,
      present: user.version,
      entries: { entityType: "User", entityId: id },
      getCurrent: () => readUser(tx, id),
      message: () => "Ce compte a changé entre-temps. Rechargez la page, puis recommencez.",
    });
    if (user.role === role) return { result: await readUser(tx, id), isUnchanged: true };
    if (isOwner(user)) assertAnotherOwner(user);
    const result = await updateUser(tx, id, { role });
    await endUserSessions(tx, id);
    return {
      result,
      entityLabel: user.username,
      before: { role: user.role },
      after: { role },
    };
  });
}

/** Disables an account and ends its sessions. @throws CONFLICT for the actor's own account or the last owner */
export function disableUser(actor: Actor, id: string): Promise<StaffUser> {
  return audited(actor, { ...ENTRY, action: "disable_user", entityId: id }, async (tx) => {
    const user = await lockUser(tx, id);
    if (id === actor.id) {
      throw new AppError("CONFLICT", { message: "Vous ne pouvez pas désactiver votre compte." });
    }
    if (!user.isActive) {
      throw new AppError("CONFLICT", { message: "Ce compte est déjà désactivé." });
    }
    if (isOwner(user)) assertAnotherOwner(user);
    const result = await updateUser(tx, id, { isActive: false });
    await endUserSessions(tx, id);
    await tx.passwordReset.updateMany({
      where: { userId: id, usedAt: null },
      data: { usedAt: new Date() },
    });
    return toAuditResult(result, user.username, { isActive: true }, { isActive: false });
  });
}

export function enableUser(actor: Actor, id: string): Promise<StaffUser> {
  return audited(actor, { ...ENTRY, action: "enable_user", entityId: id }, async (tx) => {
    const user = await lockUser(tx, id);
    if (user.isActive) throw new AppError("CONFLICT", { message: "Ce compte est déjà actif." });
    const result = await updateUser(tx, id, { isActive: true });
    return toAuditResult(result, user.username, { isActive: false }, { isActive: true });
  });
}

/** For a user who lost the phone and the recovery codes. @throws CONFLICT for the actor's own account */
export function resetSecondFactor(actor: Actor, id: string): Promise<StaffUser> {
  return audited(actor, { ...ENTRY, action: "reset_second_factor", entityId: id }, async (tx) => {
    const user = await lockUser(tx, id);
    if (id === actor.id) {
      throw new AppError("CONFLICT", {
        message:
          "Pour votre propre compte, passez par « Mon compte » : votre mot de passe y est demandé.",
      });
    }
    if (!user.totpEnabledAt) {
      throw new AppError("CONFLICT", { message: "Ce compte n'a pas de double authentification." });
    }
    await tx.recoveryCode.deleteMany({ where: { userId: id } });
    const result = await updateUser(tx, id, {
      totpSecret: null,
      totpEnabledAt: null,
      totpLastStep: null,
    });
    await endUserSessions(tx, id);
    return toAuditResult(
      result,
      user.username,
      { hasSecondFactor: true },
      { hasSecondFactor: false },
    );
  });
}

/** Deletes an account that was never used. @throws CONFLICT for any other, since the audit log refers to it */
export function deleteUser(actor: Actor, id: string): Promise<null> {
  return audited(actor, { ...ENTRY, action: "delete_user", entityId: id }, async (tx) => {
    const user = await lockUser(tx, id);
    const entries = await tx.auditLog.count({ where: { userId: id }, take: 1 });
    if (id === actor.id || hasAccepted(user) || entries > 0) {
      throw new AppError("CONFLICT", {
        message: "Ce compte a déjà servi : désactivez-le plutôt, le journal garde son nom.",
      });
    }
    await tx.user.delete({ where: { id }, select: { id: true } });
    const { username, email, role } = user;
    return { result: null, entityLabel: username, before: { username, email, role }, after: null };
  });
}

const ENTRY = { entityType: "User" } as const;

function toAuditResult(result: StaffUser, entityLabel: string, before: object, after: object) {
  return { result, entityLabel, before, after };
}

interface LockedUser {
  id: string;
  username: string;
  email: string;
  role: Role;
  isActive: boolean;
  version: number;
  passwordChangedAt: Date | null;
  lastLoginAt: Date | null;
  totpEnabledAt: Date | null;
  otherOwners: number;
}

/**
 * Locks the account and all owners' accounts in the order of their ids, so that when two owners demote each other, the second
 * transaction waits and finds the last owner. Owners who have not set a password cannot sign in and do not count.
 */
async function lockUser(tx: Transaction, id: string): Promise<LockedUser> {
  const rows = await tx.$queryRaw<Omit<LockedUser, "otherOwners">[]>`
    SELECT "id", "username", "email", "role"::text, "isActive", "version", "passwordChangedAt", "lastLoginAt", "totpEnabledAt"
    FROM "User" WHERE "id" = ${id} OR "role" = ${OWNER_ROLE}::"UserRole" ORDER BY "id" FOR UPDATE`;
  const user = rows.find((row) => row.id === id);
  if (!user) throw new AppError("NOT_FOUND", { message: "Ce compte n'existe pas." });
  const otherOwners = rows.filter(
    (row) => row.id !== id && isOwner(row) && row.isActive && hasAccepted(row),
  ).length;
  return { ...user, otherOwners };
}

function assertAnotherOwner({ otherOwners }: LockedUser): void {
  if (otherOwners > 0) return;
  throw new AppError("CONFLICT", {
    message: "C'est le dernier propriétaire actif : donnez d'abord ce rôle à quelqu'un d'autre.",
  });
}

async function updateUser(tx: Transaction, id: string, data: object): Promise<StaffUser> {
  const row = await tx.user.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: STAFF_USER,
  });
  return toStaffUser(row);
}

async function readUser(tx: Transaction, id: string): Promise<StaffUser> {
  return toStaffUser(await tx.user.findUniqueOrThrow({ where: { id }, select: STAFF_USER }));
}

import "server-only";
import { createHash } from "node:crypto";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import {
  createTotp,
  findTotpStep,
  generateRecoveryCodes,
  normalizeRecoveryCode,
} from "@/lib/auth/totp";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertCurrentPassword } from "./current-password";

/**
 * Redeems a code of the authenticator app or a recovery code and returns whether it was valid. Each code works once, also in concurrent
 * requests, because a conditional UPDATE redeems it.
 */
export async function redeemSecondFactor(userId: string, code: string): Promise<boolean> {
  const typed = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(typed)) return redeemRecoveryCode(userId, typed);
  const user = await db.user.findUnique({ where: { id: userId }, select: { totpSecret: true } });
  const step = user?.totpSecret ? findTotpStep(user.totpSecret, typed) : null;
  if (step === null) return false;
  const { count } = await db.user.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

async function redeemRecoveryCode(userId: string, code: string): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, codeHash: hashCode(userId, code), usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

/** Stores a new secret. It has no effect until `confirmSecondFactor`. */
export async function prepareSecondFactor(actor: Actor, password: string) {
  await assertCurrentPassword(actor.id, password);
  return audited(
    actor,
    { ...ENTRY, action: "prepare_second_factor", entityId: actor.id },
    async (tx) => {
      const user = await tx.user.findUniqueOrThrow({
        where: { id: actor.id },
        select: { email: true, totpEnabledAt: true },
      });
      if (user.totpEnabledAt) throw new AppError("CONFLICT", { message: ALREADY_ENABLED });
      const { encryptedSecret, uri, secret } = createTotp(user.email);
      await tx.user.update({
        where: { id: actor.id },
        data: { totpSecret: encryptedSecret, totpLastStep: null },
        select: { id: true },
      });
      return { result: { uri, secret }, entityLabel: actor.name };
    },
  );
}

/** Enables the second factor with a first code. Returns the recovery codes, of which only hashes are stored. */
export async function confirmSecondFactor(actor: Actor, code: string): Promise<string[]> {
  const enabled = await db.user.count({ where: { id: actor.id, totpEnabledAt: { not: null } } });
  if (enabled > 0) throw new AppError("CONFLICT", { message: ALREADY_ENABLED });
  if (!/^\d{6}$/.test(code) || !(await redeemSecondFactor(actor.id, code))) {
    throw new AppError("VALIDATION_ERROR", {
      details: { code: "Ce code n'est pas bon. Entrez celui qui s'affiche maintenant." },
    });
  }
  return audited(
    actor,
    { ...ENTRY, action: "enable_second_factor", entityId: actor.id },
    async (tx) => {
      const codes = generateRecoveryCodes();
      await tx.user.update({
        where: { id: actor.id },
        data: { totpEnabledAt: new Date(), version: { increment: 1 } },
        select: { id: true },
      });
      await tx.recoveryCode.deleteMany({ where: { userId: actor.id } });
      await tx.recoveryCode.createMany({
        data: codes.map((each) => ({ userId: actor.id, codeHash: hashCode(actor.id, each) })),
      });
      return {
        result: codes,
        entityLabel: actor.name,
        before: { hasSecondFactor: false },
        after: { hasSecondFactor: true },
      };
    },
  );
}

/** Disables the actor's second factor after checking the password. */
export async function removeSecondFactor(actor: Actor, password: string): Promise<null> {
  await assertCurrentPassword(actor.id, password);
  return audited(
    actor,
    { ...ENTRY, action: "disable_second_factor", entityId: actor.id },
    async (tx) => {
      await tx.user.update({
        where: { id: actor.id },
        data: {
          totpSecret: null,
          totpEnabledAt: null,
          totpLastStep: null,
          version: { increment: 1 },
        },
        select: { id: true },
      });
      await tx.recoveryCode.deleteMany({ where: { userId: actor.id } });
      return {
        result: null,
        entityLabel: actor.name,
        before: { hasSecondFactor: true },
        after: { hasSecondFactor: false },
      };
    },
  );
}

const ENTRY = { entityType: "User" } as const;
const ALREADY_ENABLED = "La double authentification est déjà active.";

function hashCode(userId: string, code: string): string {
  return createHash("sha256")
    .update(`${userId}:${normalizeRecoveryCode(code)}`)
    .digest("hex");
}

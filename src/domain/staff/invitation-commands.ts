import "server-only";
import { randomBytes } from "node:crypto";
import { audited, type Transaction } from "@/lib/audit";
import type { Actor } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/lucia";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { AppError, toAppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { sendMail } from "@/lib/mail";
import { newLinkToken } from "./password-commands";
import { ROLE_LABELS } from "./role-labels";
import { asStaffUser, hasAccepted, STAFF_USER } from "./user-queries";
import type { Invitation, StaffUser } from "./user-schema";

const DAYS = 7;

/** Makes an account that nobody can sign in to until its mailed link has set a password. @throws CONFLICT for a name or an address that is taken */
export async function inviteUser(actor: Actor, input: Invitation): Promise<StaffUser> {
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"));
  const token = newLinkToken();
  const user = await audited(actor, { ...ENTRY, action: "invite_user" }, async (tx) => {
    await assertFree(tx, input);
    const { id } = await tx.user.create({ data: { ...input, passwordHash }, select: { id: true } });
    const result = await giveLink(tx, id, token);
    return { result, entityId: id, entityLabel: input.username, before: null, after: input };
  }).catch(async (error: unknown) => {
    if (toAppError(error).code === "CONFLICT") await assertFree(db, input);
    throw error;
  });
  await mailLink(user, token);
  return user;
}

/** Sends a new link to somebody who never accepted; the earlier ones die. */
export async function inviteAgain(actor: Actor, id: string): Promise<StaffUser> {
  const token = newLinkToken();
  const user = await audited(
    actor,
    { ...ENTRY, action: "invite_user_again", entityId: id },
    async (tx) => {
      const row = await tx.user.findUnique({ where: { id }, select: STAFF_USER });
      if (!row) throw new AppError("NOT_FOUND", { message: "Ce compte n'existe pas." });
      if (!row.isActive) {
        throw new AppError("CONFLICT", {
          message: "Ce compte est désactivé : réactivez-le d'abord.",
        });
      }
      if (hasAccepted(row)) {
        throw new AppError("CONFLICT", {
          message: "Cette personne a déjà choisi son mot de passe.",
        });
      }
      await tx.emailToken.updateMany({
        where: { userId: id, usedAt: null },
        data: { usedAt: new Date() },
      });
      return { result: await giveLink(tx, id, token), entityLabel: row.username };
    },
  );
  await mailLink(user, token);
  return user;
}

const ENTRY = { entityType: "User" } as const;

async function giveLink(tx: Transaction, userId: string, token: string): Promise<StaffUser> {
  await tx.emailToken.create({
    data: {
      purpose: "INVITATION",
      tokenHash: hashToken(token),
      userId,
      expiresAt: new Date(Date.now() + DAYS * 86_400_000),
    },
    select: { id: true },
  });
  return asStaffUser(
    await tx.user.findUniqueOrThrow({ where: { id: userId }, select: STAFF_USER }),
  );
}

async function assertFree(tx: Transaction, { username, email }: Invitation): Promise<void> {
  const taken = await tx.user.findMany({
    where: { OR: [{ username }, { email }] },
    select: { username: true, email: true },
  });
  const details = {
    ...(taken.some((each) => each.username === username) && {
      username: "Cet identifiant est déjà pris.",
    }),
    ...(taken.some((each) => each.email === email) && {
      email: "Cette adresse a déjà un compte.",
    }),
  };
  if (taken.length > 0) {
    throw new AppError("CONFLICT", { message: Object.values(details).join(" "), details });
  }
}

async function mailLink({ username, email, role }: StaffUser, token: string): Promise<void> {
  try {
    await sendMail({
      to: email,
      subject: "Votre accès à la gestion du magasin",
      text: `Bonjour,\n\nUn compte « ${username} » (${ROLE_LABELS[role]}) vous attend pour gérer le site d'Equipement Ouarzazate.\nChoisissez votre mot de passe dans les ${DAYS} jours :\n${appUrl}/admin/invitation?token=${token}\n\nSi vous n'attendiez rien, ne faites rien.\n\nEquipement Ouarzazate`,
    });
  } catch (err) {
    log.error({ err }, "an invitation could not be mailed");
    throw new AppError("SERVICE_UNAVAILABLE", {
      message: "Le compte est créé, mais l'e-mail n'est pas parti. Renvoyez l'invitation.",
      retryAfterSeconds: 60,
    });
  }
}

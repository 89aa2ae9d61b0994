import "server-only";
import { randomBytes } from "node:crypto";
import { audited } from "@/domain/audit/tx-commands";
import { createMailedLink, revokeMailedLinks } from "@/domain/mailed-links/tx-commands";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { db, type Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { AppError, toAppError } from "@/lib/errors";
import { hasAccepted, STAFF_USER, toStaffUser } from "./queries";
import { ROLE_LABELS } from "./role-labels";
import type { Invitation, StaffUser } from "./schema";

const VALID_DAYS = 7;

/**
 * Creates an account with a random password and mails a link to set the real one.
 * @throws CONFLICT when the user name or the address is taken
 */
export async function inviteUser(actor: Actor, input: Invitation): Promise<StaffUser> {
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"));
  return audited(actor, { ...ENTRY, action: "invite_user" }, async (tx) => {
    await assertAvailable(tx, input);
    const { id } = await tx.user.create({ data: { ...input, passwordHash }, select: { id: true } });
    const result = await sendInvitationLink(tx, id);
    return { result, entityId: id, entityLabel: input.username, before: null, after: input };
  }).catch(async (error: unknown) => {
    if (toAppError(error).code === "CONFLICT") await assertAvailable(db, input);
    throw error;
  });
}

/** Sends a new link and revokes the earlier ones. @throws CONFLICT for an account that is disabled or has accepted */
export async function resendInvitation(actor: Actor, id: string): Promise<StaffUser> {
  return audited(actor, { ...ENTRY, action: "invite_user_again", entityId: id }, async (tx) => {
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
    await revokeMailedLinks(tx, { userId: id });
    return { result: await sendInvitationLink(tx, id), entityLabel: row.username };
  });
}

const ENTRY = { entityType: "User" } as const;

async function sendInvitationLink(tx: Transaction, userId: string): Promise<StaffUser> {
  const { id, token } = await createMailedLink(tx, {
    purpose: "INVITATION",
    owner: { userId },
    hours: VALID_DAYS * 24,
  });
  const row = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: STAFF_USER });
  const { username, email, role } = row;
  await enqueueMail(tx, {
    template: "invitation",
    to: email,
    locale: "FR",
    idempotencyKey: `invitation:${id}`,
    props: { username, role: ROLE_LABELS[role], days: VALID_DAYS },
    secret: { link: `${appUrl}/admin/invitation?token=${token}` },
    entity: { type: "User", id: userId },
  });
  return toStaffUser(row);
}

async function assertAvailable(tx: Transaction, { username, email }: Invitation): Promise<void> {
  const taken = await tx.user.findMany({
    where: { OR: [{ username }, { email }] },
    select: { username: true, email: true },
  });
  const details = {
    ...(taken.some((user) => user.username === username) && {
      username: "Cet identifiant est déjà pris.",
    }),
    ...(taken.some((user) => user.email === email) && {
      email: "Cette adresse a déjà un compte.",
    }),
  };
  if (taken.length > 0) {
    throw new AppError("CONFLICT", { message: Object.values(details).join(" "), details });
  }
}

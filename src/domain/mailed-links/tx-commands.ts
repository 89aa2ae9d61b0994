import "server-only";
import { randomBytes } from "node:crypto";
import type { EmailTokenPurpose } from "@/generated/prisma/enums";
import { hashToken } from "@/lib/auth/lucia";
import type { Transaction } from "@/lib/db";

/** The account or the subscriber that a link belongs to. */
export type LinkOwner = { userId: string } | { subscriberId: string };

interface NewLink {
  purpose: EmailTokenPurpose;
  owner: LinkOwner;
  hours: number;
}

/** Creates a single-use link. The token goes into the mail; the table stores its hash. */
export async function createMailedLink(
  tx: Transaction,
  { purpose, owner, hours }: NewLink,
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const { id } = await tx.emailToken.create({
    data: {
      purpose,
      tokenHash: hashToken(token),
      expiresAt: new Date(Date.now() + hours * 3_600_000),
      ...owner,
    },
    select: { id: true },
  });
  return { id, token };
}

/**
 * Marks the link used and returns its owner's ids. Null for a link that is unknown, expired, used, or of another purpose.
 * Of several simultaneous calls only one gets the owner.
 */
export async function redeemMailedLink(
  tx: Transaction,
  purpose: EmailTokenPurpose,
  token: string,
): Promise<{ userId: string | null; subscriberId: string | null } | null> {
  const [link] = await tx.emailToken.updateManyAndReturn({
    where: buildActiveLinkWhere(purpose, token),
    data: { usedAt: new Date() },
    select: { userId: true, subscriberId: true },
  });
  return link ?? null;
}

/** The Prisma condition for a link that is neither used nor expired. */
export function buildActiveLinkWhere(purpose: EmailTokenPurpose, token: string) {
  return { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: new Date() } };
}

/** Revokes every unused link of an account or a subscriber. */
export async function revokeMailedLinks(tx: Transaction, owner: LinkOwner): Promise<void> {
  await tx.emailToken.updateMany({
    where: { ...owner, usedAt: null },
    data: { usedAt: new Date() },
  });
}

/** Returns the number of links deleted. */
export async function deleteExpiredLinks(tx: Pick<Transaction, "emailToken">): Promise<number> {
  const { count } = await tx.emailToken.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return count;
}

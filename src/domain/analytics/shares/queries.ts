import "server-only";
import { hashToken } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import { type Share, ShareTarget } from "./schema";

/** Lists the links that are open, the latest first. */
export async function listShares(now = new Date()): Promise<Share[]> {
  const rows = await db.analyticsShare.findMany({
    where: { expiresAt: { gt: now } },
    select: { id: true, name: true, expiresAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }));
}

/** Finds what a link shows; null for one that is unknown, revoked or expired. */
export async function findShare(
  token: string,
  now = new Date(),
): Promise<{ name: string; target: ShareTarget; expiresAt: Date } | null> {
  const row = await db.analyticsShare.findFirst({
    where: { tokenHash: hashToken(token), expiresAt: { gt: now } },
    select: { name: true, target: true, expiresAt: true },
  });
  const target = ShareTarget.safeParse(row?.target).data;
  return row && target ? { ...row, target } : null;
}

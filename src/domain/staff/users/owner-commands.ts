import "server-only";
import { randomBytes } from "node:crypto";
import { writeAudit } from "@/domain/audit/tx-commands";
import { hashPassword } from "@/lib/auth/password";
import { OWNER_ROLE } from "@/lib/auth/permissions";
import { db } from "@/lib/db";

interface Owner {
  username: string;
  email: string;
  /** Generated when missing. */
  password?: string | undefined;
}

/** Creates an active owner. Returns the password, or null when the user name or the address is taken. */
export async function createOwner({ username, email, password }: Owner): Promise<string | null> {
  const taken = await db.user.count({ where: { OR: [{ username }, { email }] } });
  if (taken > 0) return null;
  const actualPassword = password || randomBytes(12).toString("base64url");
  const passwordHash = await hashPassword(actualPassword);
  await db.$transaction(async (tx) => {
    const { id } = await tx.user.create({
      data: { username, email, passwordHash, passwordChangedAt: new Date(), role: OWNER_ROLE },
      select: { id: true },
    });
    await writeAudit(
      tx,
      { id, name: username, requestId: "script", ipHash: "", userAgent: null },
      { action: "create_owner", entityType: "User", entityId: id, entityLabel: username },
    );
  });
  return actualPassword;
}

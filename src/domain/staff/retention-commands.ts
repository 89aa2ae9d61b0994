import "server-only";
import { deleteExpiredLinks } from "@/domain/mailed-links/tx-commands";
import { deleteExpiredSessions } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import type { DeletedSessions } from "./schema";

/** Deletes expired sessions and mailed links. */
export async function deleteExpiredSessionsAndLinks(): Promise<DeletedSessions> {
  const [sessions, passwordResets, emailTokens] = await Promise.all([
    deleteExpiredSessions(),
    db.passwordReset.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
    deleteExpiredLinks(db),
  ]);
  return { sessions, passwordResets: passwordResets.count, emailTokens };
}

/** Deletes presence rows without a heartbeat for an hour. Returns the number of rows. */
export function deleteStalePresences(): Promise<number> {
  return db.$executeRaw`DELETE FROM "EditPresence" WHERE "seenAt" < now() - interval '1 hour'`;
}

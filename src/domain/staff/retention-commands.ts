import "server-only";
import { deleteExpiredLinks } from "@/domain/mailed-links/tx-commands";
import { deleteExpiredSessions } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import type { SweptSessions } from "./schema";

/** Deletes expired sessions and mailed links. */
export async function sweepSessions(): Promise<SweptSessions> {
  const [sessions, passwordResets, emailTokens] = await Promise.all([
    deleteExpiredSessions(),
    db.passwordReset.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
    deleteExpiredLinks(db),
  ]);
  return { sessions, passwordResets: passwordResets.count, emailTokens };
}

/** Deletes the presence of people who closed a record an hour ago or earlier. Returns the number of rows. */
export function sweepPresences(): Promise<number> {
  return db.$executeRaw`DELETE FROM "EditPresence" WHERE "seenAt" < now() - interval '1 hour'`;
}

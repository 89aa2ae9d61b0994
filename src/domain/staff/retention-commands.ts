import "server-only";
import { db } from "@/lib/db";
import type { SweptSessions } from "./schema";

/** Deletes what can open nothing any more: sessions and mailed links past their end. */
export async function sweepSessions(): Promise<SweptSessions> {
  const ended = { where: { expiresAt: { lt: new Date() } } };
  const [sessions, passwordResets, emailTokens] = await Promise.all([
    db.session.deleteMany(ended),
    db.passwordReset.deleteMany(ended),
    db.emailToken.deleteMany(ended),
  ]);
  return {
    sessions: sessions.count,
    passwordResets: passwordResets.count,
    emailTokens: emailTokens.count,
  };
}

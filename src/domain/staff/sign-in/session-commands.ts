import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { endUserSession, endUserSessions } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { OwnSession } from "../schema";

/** Lists the actor's sessions, the most recently used first. */
export async function listOwnSessions(
  actor: Pick<Actor, "id" | "sessionId">,
): Promise<OwnSession[]> {
  const sessions = await db.session.findMany({
    where: { userId: actor.id, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
  });
  return sessions.map(({ id, createdAt, lastSeenAt, userAgent }) => ({
    id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    userAgent,
    isCurrent: id === actor.sessionId,
  }));
}

/** @throws NOT_FOUND for an unknown session and for one of another user */
export function endOwnSession(actor: Actor, id: string): Promise<null> {
  return audited(actor, { ...ENTRY, action: "end_session", entityId: actor.id }, async (tx) => {
    if (!(await endUserSession(tx, actor.id, id))) throw new AppError("NOT_FOUND");
    return { result: null, entityLabel: actor.name };
  });
}

/** Ends the actor's sessions except the current one. */
export function endOtherSessions(actor: Actor): Promise<{ ended: number }> {
  return audited(
    actor,
    { ...ENTRY, action: "end_other_sessions", entityId: actor.id },
    async (tx) => {
      const ended = await endUserSessions(tx, actor.id, actor.sessionId);
      const result = { ended };
      return ended === 0 ? { result, isUnchanged: true } : { result, entityLabel: actor.name };
    },
  );
}

const ENTRY = { entityType: "User" } as const;

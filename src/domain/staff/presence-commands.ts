import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { OpenRecord, OtherEditors } from "./schema";

/** An editor who sent no heartbeat for this long has closed the record. */
const TIMEOUT_SECONDS = 60;

/** Records that the actor has the record open. Returns the other editors. */
export async function recordPresence(
  actor: Pick<Actor, "id">,
  { entityType, entityId }: OpenRecord,
): Promise<OtherEditors> {
  await db.$executeRaw`
    INSERT INTO "EditPresence" ("entityType", "entityId", "userId") VALUES (${entityType}, ${entityId}, ${actor.id})
    ON CONFLICT ("entityType", "entityId", "userId") DO UPDATE SET "seenAt" = now()`;
  return listOtherEditors(actor, { entityType, entityId });
}

/** Lists the user names of the other editors who have the record open. */
export async function listOtherEditors(
  actor: Pick<Actor, "id">,
  { entityType, entityId }: OpenRecord,
): Promise<OtherEditors> {
  const rows = await db.$queryRaw<{ username: string }[]>`
    SELECT u."username" FROM "EditPresence" e JOIN "User" u ON u."id" = e."userId"
    WHERE e."entityType" = ${entityType} AND e."entityId" = ${entityId} AND e."userId" <> ${actor.id}
      AND e."seenAt" > now() - ${TIMEOUT_SECONDS} * interval '1 second' AND u."isActive"
    ORDER BY u."username"`;
  return { others: rows.map(({ username }) => username) };
}

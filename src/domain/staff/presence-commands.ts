import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { OpenRecord, OtherEditors } from "./schema";

/** Without a sign of life for this long somebody has left. */
const SECONDS = 60;

/** Says that this person has the record open, and answers who else has. */
export async function recordPresence(
  actor: Pick<Actor, "id">,
  { entityType, entityId }: OpenRecord,
): Promise<OtherEditors> {
  await db.$executeRaw`
    INSERT INTO "EditPresence" ("entityType", "entityId", "userId") VALUES (${entityType}, ${entityId}, ${actor.id})
    ON CONFLICT ("entityType", "entityId", "userId") DO UPDATE SET "seenAt" = now()`;
  return listOtherEditors(actor, { entityType, entityId });
}

/** Who else has the record open, by name. */
export async function listOtherEditors(
  actor: Pick<Actor, "id">,
  { entityType, entityId }: OpenRecord,
): Promise<OtherEditors> {
  const rows = await db.$queryRaw<{ username: string }[]>`
    SELECT u."username" FROM "EditPresence" e JOIN "User" u ON u."id" = e."userId"
    WHERE e."entityType" = ${entityType} AND e."entityId" = ${entityId} AND e."userId" <> ${actor.id}
      AND e."seenAt" > now() - ${SECONDS} * interval '1 second' AND u."isActive"
    ORDER BY u."username"`;
  return { others: rows.map(({ username }) => username) };
}

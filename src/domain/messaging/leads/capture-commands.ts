import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { listCaptures } from "./lead-events";
import type { LeadKind, LeadStatus } from "./limits";

/** Status and amount, as `capturedState` holds them. */
const STATE = Prisma.sql`concat_ws(' ', "status"::text, "amount"::text)`;

interface ClaimedLead {
  personId: string;
  kind: LeadKind;
  status: LeadStatus;
  amount: string | null;
  capturedStatus: LeadStatus;
}

/**
 * Claims the stages of leads that PostHog has not received, of people who accepted it. A stage is claimed once, and again when the amount
 * of its sale changes.
 */
export async function claimLeadStages() {
  const leads = await db.$queryRaw<ClaimedLead[]>`
    UPDATE "Lead" l SET "capturedState" = changed."state"
    FROM (
      SELECT "id", ${STATE} AS "state", coalesce(split_part("capturedState", ' ', 1), 'NEW') AS "capturedStatus" FROM "Lead"
      WHERE "acceptsPostHog" AND "personId" IS NOT NULL AND NOT "isSpam" AND "status" <> 'NEW'
        AND "capturedState" IS DISTINCT FROM ${STATE}
      FOR UPDATE SKIP LOCKED
    ) changed
    WHERE l."id" = changed."id"
    RETURNING l."personId", l."kind"::text, l."status"::text, l."amount"::text, changed."capturedStatus"`;
  return leads.flatMap(({ personId, kind, ...state }) =>
    listCaptures(state).map((stage) => ({ personId, kind, ...stage })),
  );
}

/** For people who refuse or withdraw their consent. */
export async function stopCapturing(personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await db.lead.updateMany({
    where: { personId: { in: [...personIds] }, acceptsPostHog: true },
    data: { acceptsPostHog: false },
  });
}

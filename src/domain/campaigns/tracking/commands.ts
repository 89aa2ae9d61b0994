import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { createId } from "@/lib/id";
import { classifyClick, classifyOpen, type Visit, type Visitor } from "./visitor";

/** Limits the rows for one message, in case its links are shared publicly. */
const MAX_EVENTS_PER_MESSAGE = 200;
/** Visits within this time of a click on the hidden link come from a scanner. */
const TRAP_SECONDS = 60;

export interface TrackedLink {
  linkId: string;
  messageId: string;
  campaignId: string;
  url: string;
  isTrap: boolean;
  /** Null once the subscriber is erased. */
  subscriberId: string | null;
}

/** Finds the link at a position of a recipient's mail. */
export async function findTrackedLink(
  messageId: string,
  position: number,
): Promise<TrackedLink | null> {
  if (!Number.isSafeInteger(position) || position < 0 || position > 10_000) return null;
  const [link] = await db.$queryRaw<TrackedLink[]>`
    SELECT l."id" AS "linkId", m."id" AS "messageId", m."campaignId", l."url", l."isTrap", m."subscriberId"
    FROM "CampaignMessage" m JOIN "CampaignLink" l ON l."campaignId" = m."campaignId"
    WHERE m."id" = ${messageId} AND l."position" = ${position}`;
  return link ?? null;
}

type VisitRequest = Omit<Visit, "secondsSinceSent">;

export function recordClick({ linkId, messageId, isTrap }: TrackedLink, seen: VisitRequest) {
  return withLockedMessage(messageId, async (tx, visit) => {
    const isWatched = isTrap || (await hasTrapClick(tx, messageId));
    const visitor = isWatched ? "SCANNER" : classifyClick({ ...seen, ...visit });
    await storeEvent(tx, { messageId, linkId, kind: "CLICK", visitor });
    if (isTrap) await reclassifyAsScanner(tx, messageId);
    else if (visitor === "HUMAN") {
      await tx.$executeRaw`
        UPDATE "CampaignMessage" SET "firstClickAt" = coalesce("firstClickAt", now()), "firstOpenAt" = coalesce("firstOpenAt", now())
        WHERE "id" = ${messageId}`;
    }
  });
}

export function recordOpen(messageId: string, seen: VisitRequest): Promise<void> {
  return withLockedMessage(messageId, async (tx, visit) => {
    const { visitor, isReading } = classifyOpen({ ...seen, ...visit });
    await storeEvent(tx, { messageId, linkId: null, kind: "OPEN", visitor });
    if (!isReading) return;
    await tx.$executeRaw`
      UPDATE "CampaignMessage" SET "firstOpenAt" = coalesce("firstOpenAt", now()) WHERE "id" = ${messageId}`;
  });
}

/** Locks the message and calls `act`; does nothing where the message does not exist. */
function withLockedMessage(
  messageId: string,
  act: (tx: Transaction, visit: Pick<Visit, "secondsSinceSent">) => Promise<void>,
): Promise<void> {
  return db.$transaction(async (tx) => {
    const [visit] = await tx.$queryRaw<{ secondsSinceSent: number | null }[]>`
      SELECT extract(epoch FROM clock_timestamp() - coalesce("deliveredAt", "sentAt"))::float8 AS "secondsSinceSent"
      FROM "CampaignMessage" WHERE "id" = ${messageId} FOR UPDATE`;
    if (visit) await act(tx, visit);
  }, PEAK_TRANSACTION_OPTIONS);
}

/** Many recipients click right after the delivery: a visit waits longer for a connection instead of being lost. */
const PEAK_TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 10_000 };

interface NewEvent {
  messageId: string;
  linkId: string | null;
  kind: "OPEN" | "CLICK";
  visitor: Visitor;
}

async function storeEvent(tx: Transaction, { messageId, linkId, kind, visitor }: NewEvent) {
  await tx.$executeRaw`
    INSERT INTO "CampaignEvent" ("id", "messageId", "linkId", "kind", "visitor")
    SELECT ${createId()}, ${messageId}, ${linkId}, ${kind}::"CampaignEventKind", ${visitor}::"VisitorClass"
    WHERE (SELECT count(*) FROM "CampaignEvent" WHERE "messageId" = ${messageId}) < ${MAX_EVENTS_PER_MESSAGE}`;
}

const TRAP_INTERVAL = Prisma.sql`interval '1 second' * ${TRAP_SECONDS}`;

async function hasTrapClick(tx: Transaction, messageId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "CampaignEvent" e JOIN "CampaignLink" l ON l."id" = e."linkId"
    WHERE e."messageId" = ${messageId} AND l."isTrap" AND e."createdAt" > now() - ${TRAP_INTERVAL} LIMIT 1`;
  return rows.length > 0;
}

/** A click on the hidden link reveals a scanner: reclassifies the recent visits of the message. */
async function reclassifyAsScanner(tx: Transaction, messageId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "CampaignEvent" SET "visitor" = 'SCANNER'
    WHERE "messageId" = ${messageId} AND "createdAt" > now() - ${TRAP_INTERVAL}`;
  await tx.$executeRaw`
    UPDATE "CampaignMessage" m SET
      "firstClickAt" = (SELECT min(e."createdAt") FROM "CampaignEvent" e WHERE e."messageId" = m."id" AND e."kind" = 'CLICK' AND e."visitor" = 'HUMAN'),
      "firstOpenAt" = (SELECT min(e."createdAt") FROM "CampaignEvent" e WHERE e."messageId" = m."id" AND e."visitor" <> 'SCANNER'
        AND (e."kind" = 'CLICK' OR e."visitor" = 'HUMAN'))
    WHERE m."id" = ${messageId}`;
}

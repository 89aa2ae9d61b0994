import "server-only";
import { findSegmentFilter } from "@/domain/analytics/definitions/queries";
import { selectPersons } from "@/domain/analytics/report/scope";
import { ELIGIBLE } from "@/domain/newsletter/subscription/suppression";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import type { Audience, AudienceCount } from "../schema";

const { sql, join } = Prisma;

/** Condition on `s` (`"NewsletterSubscriber"`); does not check eligibility. */
async function buildAudienceFilter(
  source: Transaction,
  { locale, sources, from, to, segment }: Audience,
): Promise<Prisma.Sql> {
  const visits = await findSegmentFilter(segment, source);
  const conditions = [
    locale ? sql`s."locale" = ${locale}::"Language"` : null,
    sources.length > 0 ? sql`coalesce(s."source", '') IN (${join(sources)})` : null,
    from ? sql`s."subscribedAt" >= ${from}::date::timestamp AT TIME ZONE ${SHOP_TIME_ZONE}` : null,
    to ? sql`s."subscribedAt" < (${to}::date + 1)::timestamp AT TIME ZONE ${SHOP_TIME_ZONE}` : null,
    visits
      ? sql`s."id" IN (SELECT v."subscriberId" FROM "SubscriberVisitor" v WHERE v."personId" IN (${selectPersons(visits)}))`
      : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? join(conditions, " AND ") : sql`true`;
}

/**
 * Writes a message for each subscriber who matches and is eligible now; later changes of subscribers do not change the audience.
 * Returns the number of messages.
 */
export async function createMessages(
  tx: Transaction,
  campaignId: string,
  audience: Audience,
): Promise<number> {
  const filter = await buildAudienceFilter(tx, audience);
  return tx.$executeRaw`
    INSERT INTO "CampaignMessage" ("id", "campaignId", "subscriberId")
    SELECT gen_random_uuid()::text, ${campaignId}, s."id" FROM "NewsletterSubscriber" s
    WHERE ${ELIGIBLE} AND ${filter}`;
}

/** Counts the subscribers who match and are eligible now. */
export async function countRecipients(source: Transaction, audience: Audience): Promise<number> {
  const filter = await buildAudienceFilter(source, audience);
  const [counted] = await source.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "NewsletterSubscriber" s WHERE ${ELIGIBLE} AND ${filter}`;
  return counted?.count ?? 0;
}

/** Counts the recipients, and all eligible subscribers by source. */
export async function countAudience(audience: Audience): Promise<AudienceCount> {
  const [count, sources] = await Promise.all([
    countRecipients(db, audience),
    db.$queryRaw<AudienceCount["sources"]>`
      SELECT coalesce(s."source", '') AS "source", count(*)::int AS "count" FROM "NewsletterSubscriber" s
      WHERE ${ELIGIBLE} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30`,
  ]);
  return { count, sources };
}

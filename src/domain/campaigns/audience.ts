import "server-only";
import { ELIGIBLE } from "@/domain/newsletter/suppression";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/audit";
import { db } from "@/lib/db";
import type { Audience, AudienceCount } from "./schema";

const { sql, join } = Prisma;

/** Who of `s` a filter means, eligible or not. */
export function matching({ locale, sources, from, to }: Audience): Prisma.Sql {
  const conditions = [
    locale ? sql`s."locale" = ${locale}::"Language"` : null,
    sources.length > 0 ? sql`coalesce(s."source", '') IN (${join(sources)})` : null,
    from ? sql`s."subscribedAt" >= ${from}::date::timestamp AT TIME ZONE ${ZONE}` : null,
    to ? sql`s."subscribedAt" < (${to}::date + 1)::timestamp AT TIME ZONE ${ZONE}` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? join(conditions, " AND ") : sql`true`;
}

const ZONE = "Africa/Casablanca";

/** Status as of the start: who confirmed later, for the first time or again, is not in it. */
export function confirmedBy(moment: Date): Prisma.Sql {
  return sql`coalesce(s."confirmedAt", s."subscribedAt") <= ${moment}`;
}

export interface FrozenAudience {
  count: number;
  maxSubscriberId: string | null;
}

/** Who is meant at this moment: how many, and the last of them in the order of ids. */
export async function freezeAudience(
  tx: Transaction,
  audience: Audience,
  moment: Date,
): Promise<FrozenAudience> {
  const [frozen] = await tx.$queryRaw<FrozenAudience[]>`
    SELECT count(*)::int AS "count", max(s."id") AS "maxSubscriberId" FROM "NewsletterSubscriber" s
    WHERE ${ELIGIBLE} AND ${matching(audience)} AND ${confirmedBy(moment)}`;
  return frozen ?? { count: 0, maxSubscriberId: null };
}

/** How many people would be mailed now, and where those who may be mailed came from. */
export async function countAudience(audience: Audience): Promise<AudienceCount> {
  const [[counted], sources] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "NewsletterSubscriber" s WHERE ${ELIGIBLE} AND ${matching(audience)}`,
    db.$queryRaw<AudienceCount["sources"]>`
      SELECT coalesce(s."source", '') AS "source", count(*)::int AS "count" FROM "NewsletterSubscriber" s
      WHERE ${ELIGIBLE} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30`,
  ]);
  return { count: counted?.count ?? 0, sources };
}

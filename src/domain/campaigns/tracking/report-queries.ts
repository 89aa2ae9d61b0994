import "server-only";
import { db, type Transaction } from "@/lib/db";
import type { CampaignReport } from "../schema";

type Counts = Omit<CampaignReport, "clicks" | "opens" | "links"> & {
  clicked: number;
  opened: number;
};

/** Counts the messages by outcome. Visits of scanners are included only in `opens.total`. */
export async function getCampaignReport(
  campaignId: string,
  source: Transaction = db,
): Promise<CampaignReport> {
  const [counts] = await source.$queryRaw<Counts[]>`
    SELECT count(*) FILTER (WHERE "state" = 'QUEUED')::int AS "queued",
      count(*) FILTER (WHERE "state" = 'SKIPPED')::int AS "skipped",
      count(*) FILTER (WHERE "state" = 'FAILED')::int AS "failed",
      count(*) FILTER (WHERE "state" = 'UNKNOWN')::int AS "unknown",
      count("deliveredAt")::int AS "delivered",
      count(*) FILTER (WHERE "state" = 'BOUNCED')::int AS "bounced",
      count(*) FILTER (WHERE "state" = 'COMPLAINED')::int AS "complained",
      count("unsubscribedAt")::int AS "unsubscribed",
      count("firstClickAt")::int AS "clicked",
      count("firstOpenAt")::int AS "opened"
    FROM "CampaignMessage" WHERE "campaignId" = ${campaignId}`;
  const [opens] = await source.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM "CampaignEvent" e JOIN "CampaignMessage" m ON m."id" = e."messageId"
    WHERE m."campaignId" = ${campaignId} AND e."kind" = 'OPEN'`;
  const links = await source.$queryRaw<CampaignReport["links"]>`
    SELECT l."url", count(DISTINCT e."messageId")::int AS "unique", count(e."id")::int AS "total"
    FROM "CampaignLink" l LEFT JOIN "CampaignEvent" e ON e."linkId" = l."id" AND e."visitor" = 'HUMAN'
    WHERE l."campaignId" = ${campaignId} AND NOT l."isTrap"
    GROUP BY l."id" ORDER BY 2 DESC, 3 DESC, l."position"`;
  const { clicked = 0, opened = 0, ...states } = counts ?? NO_COUNTS;
  const clicks = links.reduce((sum, { total }) => sum + total, 0);
  return {
    ...states,
    clicks: { unique: clicked, total: clicks },
    opens: { unique: opened, total: opens?.total ?? 0 },
    links,
  };
}

const NO_COUNTS: Counts = {
  queued: 0,
  skipped: 0,
  failed: 0,
  unknown: 0,
  delivered: 0,
  bounced: 0,
  complained: 0,
  unsubscribed: 0,
  clicked: 0,
  opened: 0,
};

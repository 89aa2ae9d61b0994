import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { MAX_COUNTED, toPagination } from "@/lib/lists/pagination";
import { parseAudience, parseBlocks } from "./blocks";
import { listMissingParts, listMissingTranslations } from "./rules";
import type { CampaignQuery, CampaignRow, CampaignStatus, StaffCampaign } from "./schema";
import { getCampaignReport } from "./tracking/report-queries";

/** Lists campaigns, last changed first. */
export async function listCampaigns({ status, page, pageSize }: CampaignQuery) {
  const where = status ? { status } : {};
  const [rows, total] = await Promise.all([
    db.campaign.findMany({
      where,
      select: STATE_SELECT,
      orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.campaign.count({ where, take: MAX_COUNTED }),
  ]);
  const reactions = await countReactions(rows.map(({ id }) => id));
  const noReactions = { clicks: 0, unsubscribed: 0 };
  const items = rows.map(
    (row): CampaignRow => ({ ...toCampaignState(row), ...noReactions, ...reactions.get(row.id) }),
  );
  return { items, pagination: toPagination({ page, pageSize }, total) };
}

type Reactions = Pick<CampaignRow, "clicks" | "unsubscribed">;

async function countReactions(ids: string[]): Promise<Map<string, Reactions>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(Reactions & { id: string })[]>`
    SELECT c."id",
      (SELECT count(*)::int FROM "CampaignMessage" m WHERE m."campaignId" = c."id" AND m."firstClickAt" IS NOT NULL) AS "clicks",
      (SELECT count(*)::int FROM "CampaignMessage" m WHERE m."campaignId" = c."id" AND m."unsubscribedAt" IS NOT NULL) AS "unsubscribed"
    FROM "Campaign" c WHERE c."id" IN (${Prisma.join(ids)})`;
  return new Map(rows.map(({ id, ...reactions }) => [id, reactions]));
}

/** @throws NOT_FOUND */
export async function getCampaign(id: string, source: Transaction = db): Promise<StaffCampaign> {
  const row = await source.campaign.findUnique({ where: { id }, select: CAMPAIGN_SELECT });
  if (!row) throw new AppError("NOT_FOUND", { message: "Cette campagne n'existe pas." });
  const { subjectAr, preheader, preheaderAr, createdBy } = row;
  const blocks = parseBlocks(row.content);
  const content = { subject: row.subject, subjectAr, blocks };
  return {
    ...toCampaignState(row),
    subjectAr,
    preheader,
    preheaderAr,
    blocks,
    audience: parseAudience(row.audience),
    createdBy: createdBy?.username ?? null,
    missing: listMissingParts(content),
    missingArabic: listMissingTranslations(content),
    report: row.startedAt ? await getCampaignReport(id, source) : null,
  };
}

/** Lists the campaigns that the worker has paused, for the notice in the admin. */
export async function listAutoPausedCampaigns(): Promise<
  { id: string; subject: string; reason: string }[]
> {
  const rows = await db.campaign.findMany({
    where: { status: "PAUSED", pausedReason: { not: null } },
    select: { id: true, subject: true, pausedReason: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 5,
  });
  return rows.map(({ pausedReason, ...row }) => ({ ...row, reason: pausedReason ?? "" }));
}

const STATE_SELECT = {
  id: true,
  version: true,
  subject: true,
  status: true,
  sendAt: true,
  startedAt: true,
  finishedAt: true,
  pausedReason: true,
  toSend: true,
  sent: true,
  errors: true,
  updatedAt: true,
} as const satisfies Prisma.CampaignSelect;

const CAMPAIGN_SELECT = {
  ...STATE_SELECT,
  subjectAr: true,
  preheader: true,
  preheaderAr: true,
  content: true,
  audience: true,
  createdBy: { select: { username: true } },
} as const satisfies Prisma.CampaignSelect;

type StateRow = Prisma.CampaignGetPayload<{ select: typeof STATE_SELECT }>;

function toCampaignState(row: StateRow) {
  return {
    id: row.id,
    version: row.version,
    subject: row.subject,
    status: row.status as CampaignStatus,
    sendAt: row.sendAt?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    pausedReason: row.pausedReason,
    toSend: row.toSend,
    sent: row.sent,
    errors: row.errors,
    updatedAt: row.updatedAt.toISOString(),
  };
}

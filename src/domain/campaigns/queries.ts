import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Pagination } from "@/lib/pagination";
import { audienceOf, blocksOf } from "./blocks";
import { missingForSending, missingInArabic } from "./rules";
import type { CampaignQuery, CampaignRow, CampaignStatus, StaffCampaign } from "./schema";
import { findReport } from "./tracking/report-queries";

const MAX_COUNTED = 10_000;

/** Campaigns, the last changed first. */
export async function listCampaigns({ status, page, pageSize }: CampaignQuery) {
  const where = status ? { status } : {};
  const [rows, total] = await Promise.all([
    db.campaign.findMany({
      where,
      select: STATE,
      orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.campaign.count({ where, take: MAX_COUNTED }),
  ]);
  const reactions = await countReactions(rows.map(({ id }) => id));
  const none = { clicks: 0, unsubscribed: 0 };
  const items = rows.map(
    (row): CampaignRow => ({ ...stateOf(row), ...none, ...reactions.get(row.id) }),
  );
  const pagination: Pagination = {
    page,
    pageSize,
    total,
    totalPages: Math.ceil(total / pageSize),
  };
  return { items, pagination };
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
export async function findCampaign(id: string, source: Transaction = db): Promise<StaffCampaign> {
  const row = await source.campaign.findUnique({ where: { id }, select: WHOLE });
  if (!row) throw new AppError("NOT_FOUND", { message: "Cette campagne n'existe pas." });
  const { subjectAr, preheader, preheaderAr, createdBy } = row;
  const blocks = blocksOf(row.content);
  const written = { subject: row.subject, subjectAr, blocks };
  return {
    ...stateOf(row),
    subjectAr,
    preheader,
    preheaderAr,
    blocks,
    audience: audienceOf(row.audience),
    createdBy: createdBy?.username ?? null,
    missing: missingForSending(written),
    missingArabic: missingInArabic(written),
    report: row.startedAt ? await findReport(id, source) : null,
  };
}

/** Campaigns that stopped by themselves, for the notice in the panel. */
export async function listStopped(): Promise<{ id: string; subject: string; reason: string }[]> {
  const rows = await db.campaign.findMany({
    where: { status: "PAUSED", pausedReason: { not: null } },
    select: { id: true, subject: true, pausedReason: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 5,
  });
  return rows.map(({ pausedReason, ...row }) => ({ ...row, reason: pausedReason ?? "" }));
}

const STATE = {
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

const WHOLE = {
  ...STATE,
  subjectAr: true,
  preheader: true,
  preheaderAr: true,
  content: true,
  audience: true,
  createdBy: { select: { username: true } },
} as const satisfies Prisma.CampaignSelect;

type State = Prisma.CampaignGetPayload<{ select: typeof STATE }>;

function stateOf(row: State) {
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

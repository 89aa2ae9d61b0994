import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { formatEmail } from "@/lib/input/email";
import { MAX_COUNTED, toPagination } from "@/lib/lists/pagination";
import { renderMail } from "./rendering";
import { type OutboxFolder, OutboxMail, type OutboxQuery } from "./schema";
import { decryptSecret } from "./secret";

/** Lists mails, newest first. */
export async function listMails({ folder, q, page, pageSize }: OutboxQuery) {
  const contains = { contains: q ?? "", mode: "insensitive" } as const;
  const where: Prisma.OutboxEmailWhereInput = {
    ...(folder && FOLDERS[folder]),
    AND: q ? { OR: [{ to: contains }, { subject: contains }] } : undefined,
  };
  const [rows, total] = await Promise.all([
    db.outboxEmail.findMany({
      where,
      select: LISTED,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.outboxEmail.count({ where, take: MAX_COUNTED }),
  ]);
  return { items: rows.map(toOutboxMail), pagination: toPagination({ page, pageSize }, total) };
}

const FOLDERS: Record<OutboxFolder, Prisma.OutboxEmailWhereInput> = {
  problems: { state: { in: ["FAILED", "UNKNOWN"] } },
  waiting: { state: { in: ["QUEUED", "SENDING"] } },
  sent: { state: "SENT" },
  returned: { OR: [{ bouncedAt: { not: null } }, { complainedAt: { not: null } }] },
};

/** Counts the mails that staff have to look at: FAILED or UNKNOWN. */
export function countFailedMails(): Promise<number> {
  return db.outboxEmail.count({ where: FOLDERS.problems, take: MAX_COUNTED });
}

export async function countDueMails(): Promise<number> {
  const [counted] = await db.$queryRaw<{ due: number }[]>`
    SELECT count(*)::int AS "due" FROM "OutboxEmail"
    WHERE ("state" = 'QUEUED' AND "nextAttemptAt" <= clock_timestamp())
      OR ("state" = 'SENDING' AND "lockedUntil" < clock_timestamp())`;
  return counted?.due ?? 0;
}

/** Returns a mail with its contents, rendered as for sending but with masked secrets. Null for an unknown id. */
export async function findMail(id: string) {
  const row = await db.outboxEmail.findUnique({
    where: { id },
    select: { ...LISTED, props: true, sealed: true, replyTo: true, providerId: true },
  });
  if (!row) return null;
  const { replyTo, providerId } = row;
  return { mail: toOutboxMail(row), replyTo, providerId, ...(await renderMasked(row)) };
}

const MASK = "••••••••";
/** The secrets of a sent mail are deleted, so every name that a template reads gives the mask. */
const MASKED_SECRETS = new Proxy<Record<string, string>>({}, { get: () => MASK });

async function renderMasked(row: Row & { props: Prisma.JsonValue; sealed: string | null }) {
  const names = Object.keys((row.sealed && decryptSecret(row.sealed)) || {});
  const secret =
    names.length > 0 ? Object.fromEntries(names.map((name) => [name, MASK])) : MASKED_SECRETS;
  try {
    return await renderMail(row, secret);
  } catch {
    return { html: null, text: null };
  }
}

const LISTED = {
  id: true,
  to: true,
  subject: true,
  template: true,
  locale: true,
  state: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  firstAttemptAt: true,
  nextAttemptAt: true,
  sentAt: true,
  deliveredAt: true,
  bouncedAt: true,
  complainedAt: true,
} as const satisfies Prisma.OutboxEmailSelect;

type Row = Prisma.OutboxEmailGetPayload<{ select: typeof LISTED }>;

function toOutboxMail(row: Row): OutboxMail {
  const names = Object.keys(OutboxMail.shape) as (keyof OutboxMail)[];
  const entries = names.map((name) => {
    const value = name === "to" ? formatEmail(row.to) : row[name];
    return [name, value instanceof Date ? value.toISOString() : value];
  });
  return OutboxMail.parse(Object.fromEntries(entries));
}

import "server-only";
import { listTimeline } from "@/domain/audit/queries";
import type { AuditEntry } from "@/domain/audit/schema";
import { findStaffCard, type StaffCard } from "@/domain/catalogue/products/queries";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { formatEmail } from "@/lib/input/email";
import { findPhones } from "@/lib/input/phone";
import { toIsoSql } from "@/lib/iso-sql";
import { type OutboxDelivery, toDeliveryStatus } from "./delivery";
import { Folder, type MessageState, type Thread, type ThreadReply } from "./schema";
import { buildSameCustomerFilter, type CustomerKey } from "./sql";

const MAX_SIBLINGS = 10;
const MAX_EVENTS = 50;
const PREVIEW_LENGTH = 120;

/** Finds a message with its replies, its notes and other messages of the same customer. Does not mark it as read. */
export async function findThread(id: string): Promise<Thread | null> {
  const row = await db.contactMessage.findUnique({ where: { id }, select: THREAD_SELECT });
  if (!row) return null;
  const { messageNotes, productId, createdAt, assignedToId: _, ...message } = row;
  const [replies, siblings, product] = await Promise.all([
    listReplies(id),
    listSiblings(row),
    productId === null ? null : findStaffCard(productId),
  ]);
  const receivedAt = createdAt.toISOString();
  const [newest] = [receivedAt, ...siblings.map((sibling) => sibling.createdAt)]
    .toSorted()
    .reverse();
  return {
    ...message,
    ...toMessageState(row),
    email: row.email && formatEmail(row.email),
    phones: findPhones(row.phone ?? ""),
    product: product && toAskedProduct(product),
    createdAt: receivedAt,
    replies,
    notes: messageNotes.map((note) => ({
      id: note.id,
      body: note.body,
      author: note.user?.username ?? null,
      createdAt: note.createdAt.toISOString(),
    })),
    siblings,
    latestAt: newest ?? receivedAt,
  };
}

const STATE_SELECT = {
  id: true,
  version: true,
  status: true,
  folder: true,
  isSpam: true,
  isDoubtful: true,
  waitingSince: true,
  assignedToId: true,
  assignedTo: { select: { id: true, username: true } },
} as const satisfies Prisma.ContactMessageSelect;

const THREAD_SELECT = {
  ...STATE_SELECT,
  reference: true,
  spamReasons: true,
  name: true,
  email: true,
  phone: true,
  subject: true,
  message: true,
  locale: true,
  createdAt: true,
  productId: true,
  messageNotes: {
    select: { id: true, body: true, createdAt: true, user: { select: { username: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} as const satisfies Prisma.ContactMessageSelect;

type StateRow = Prisma.ContactMessageGetPayload<{ select: typeof STATE_SELECT }>;

function toMessageState({ waitingSince, folder, ...row }: StateRow): MessageState {
  const { id, version, status, isSpam, isDoubtful, assignedTo } = row;
  return {
    id,
    version,
    status,
    isSpam,
    isDoubtful,
    assignedTo,
    folder: Folder.parse(folder),
    waitingSince: waitingSince?.toISOString() ?? null,
  };
}

export async function getMessageState(
  id: string,
  source: Pick<typeof db, "contactMessage"> = db,
): Promise<MessageState> {
  const where = { id };
  return toMessageState(
    await source.contactMessage.findUniqueOrThrow({ where, select: STATE_SELECT }),
  );
}

function toAskedProduct({ id, sku, isVisible, image, ...card }: StaffCard): Thread["product"] {
  const { slug, name, nameAr, price, priceFrom, saleUnit, unitSize, unitOfSize, availability } =
    card;
  const shown = { price, priceFrom, saleUnit, unitSize, unitOfSize, availability };
  return {
    id,
    name,
    nameAr,
    sku,
    ...shown,
    slug: isVisible ? slug : null,
    imageUrl: image?.url ?? null,
  };
}

interface ReplyRow extends OutboxDelivery {
  id: string;
  subject: string;
  body: string;
  author: string | null;
  createdAt: string;
  outboxId: string | null;
}

/** Reads the replies with their delivery status, which is known until the outbox deletes its row. */
async function listReplies(messageId: string): Promise<ThreadReply[]> {
  const rows = await db.$queryRaw<ReplyRow[]>`
    SELECT r."id", r."subject", r."body", u."username" AS "author", o."id" AS "outboxId", o."state"::text,
      o."deliveredAt", o."bouncedAt", o."complainedAt",
      ${toIsoSql(Prisma.sql`r."createdAt"`)} AS "createdAt"
    FROM "MessageReply" r LEFT JOIN "User" u ON u."id" = r."userId" LEFT JOIN "OutboxEmail" o ON o."id" = r."outboxId"
    WHERE r."messageId" = ${messageId} ORDER BY r."createdAt", r."id"`;
  return rows.map(({ state, deliveredAt, bouncedAt, complainedAt, ...reply }) => ({
    ...reply,
    delivery: toDeliveryStatus({ state, deliveredAt, bouncedAt, complainedAt }),
  }));
}

function listSiblings(message: CustomerKey & { id: string }): Promise<Thread["siblings"]> {
  return db.$queryRaw`
    SELECT "id", "folder", "subject", left("message", ${PREVIEW_LENGTH}) AS "preview",
      ${toIsoSql(Prisma.sql`"createdAt"`)} AS "createdAt"
    FROM "ContactMessage" WHERE ${buildSameCustomerFilter(message)} AND "id" <> ${message.id}
    ORDER BY "createdAt" DESC, "id" LIMIT ${MAX_SIBLINGS}`;
}

/** The thread shows the replies and notes themselves. */
const ACTIONS_SHOWN_AS_ENTRIES = new Set(["reply_to_message", "add_message_note"]);

/** Lists the audit entries of a message, oldest first, without those of replies and notes. */
export async function listThreadEvents(id: string): Promise<AuditEntry[]> {
  const entries = await listTimeline("ContactMessage", id, MAX_EVENTS);
  return entries.filter(({ action }) => !ACTIONS_SHOWN_AS_ENTRIES.has(action)).toReversed();
}

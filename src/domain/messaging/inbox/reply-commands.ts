import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import { findNotifications, findShopSettings } from "@/domain/settings/published";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { replyMessageId, threadHeaders } from "../message-ids";
import { referenceOf } from "../reference";
import { namesOf } from "./commands";
import { assertCurrent, ENTRY, type LockedMessage, lockMessage, told } from "./lock";
import {
  type ReplyingShop,
  replyingShop,
  replySubject,
  resolveVariables,
  variablesOf,
} from "./rules";
import type { ReplyInput, SavedReply } from "./schema";
import { sameCustomer } from "./sql";
import { findState } from "./thread-queries";

/**
 * Answers a customer by mail. Of two who answer at once one is told to read the other's first, and so is whoever did not see
 * a newer message from the same address.
 * @throws PRECONDITION_REQUIRED, CONFLICT, VALIDATION_ERROR for a variable that stands for nothing
 */
export async function replyToMessage(
  actor: Actor,
  id: string,
  input: ReplyInput,
): Promise<SavedReply> {
  const entry = { ...ENTRY, action: "reply_to_message", entityId: id } as const;
  const sender = await findSender();
  return audited(actor, entry, async (tx) => {
    const before = await lockMessage(tx, id);
    await assertCurrent(tx, before, input.version);
    assertNoSpam(before);
    const to = requireEmail(before);
    await assertNothingNewer(tx, before, input.latestAt);
    const reply = await sendReply(tx, actor, before, { to, typed: input.body, sender });
    const status = input.archive ? ("ARCHIVED" as const) : ("REPLIED" as const);
    await tx.contactMessage.update({
      where: { id },
      data: { status, waitingSince: null, isDoubtful: false, version: { increment: 1 } },
      select: { id: true },
    });
    const people = await namesOf(tx, [before.assignedToId]);
    const assignee = people.get(before.assignedToId ?? "")?.username ?? null;
    const after = { ...before, status, waitingSince: null, isDoubtful: false };
    return {
      result: { reply, message: await findState(id, tx) },
      entityLabel: referenceOf(before.reference),
      before: told(before, assignee),
      after: told(after, assignee),
    };
  });
}

interface Sender {
  shop: ReplyingShop;
  replyTo: string;
}

/** Read before the transaction, which has one connection only. */
async function findSender(): Promise<Sender> {
  const [settings, { notificationEmail }] = await Promise.all([
    findShopSettings(),
    findNotifications(),
  ]);
  return { shop: replyingShop(settings), replyTo: notificationEmail ?? env.ADMIN_EMAIL };
}

function assertNoSpam({ isSpam }: LockedMessage): void {
  if (!isSpam) return;
  throw new AppError("CONFLICT", {
    message: "Ce message est classé indésirable. Sortez-le des indésirables avant d'y répondre.",
  });
}

/** @throws CONFLICT where the customer left a phone number only */
function requireEmail({ email }: LockedMessage): string {
  if (email !== null) return email;
  throw new AppError("CONFLICT", {
    message:
      "Ce client n'a pas laissé d'e-mail. Appelez-le ou écrivez-lui sur WhatsApp, puis marquez le message comme répondu.",
  });
}

/** @throws CONFLICT naming the message that came in since the thread was read */
async function assertNothingNewer(
  tx: Transaction,
  message: LockedMessage,
  latestAt: string | undefined,
): Promise<void> {
  if (latestAt === undefined) return;
  const [newer] = await tx.$queryRaw<{ id: string; reference: number }[]>`
    SELECT "id", "reference" FROM "ContactMessage" WHERE ${sameCustomer(message)} AND "id" <> ${message.id}
      AND NOT "isSpam" AND "createdAt" > ${latestAt}::timestamptz ORDER BY "createdAt" DESC, "id" LIMIT 1`;
  if (!newer) return;
  throw new AppError("CONFLICT", {
    message: `Ce client a écrit de nouveau (${referenceOf(newer.reference)}) entre-temps. Relisez avant de répondre.`,
    details: { newer: newer.id },
  });
}

async function sendReply(
  tx: Transaction,
  actor: Actor,
  message: LockedMessage,
  { to, typed, sender }: { to: string; typed: string; sender: Sender },
): Promise<SavedReply["reply"]> {
  const product = await productNames(tx, message.productId);
  const earlier = await tx.messageReply.findMany({
    where: { messageId: message.id },
    select: { rfcMessageId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const asked = { ...message, product };
  const body = withValues(typed, asked, sender.shop);
  const id = createId();
  const rfcMessageId = replyMessageId(id);
  const subject = replySubject(asked);
  const references = earlier.map((reply) => reply.rfcMessageId);
  const mail = await enqueueMail(tx, {
    template: "reply",
    props: {
      subject,
      body,
      original: {
        name: message.name,
        message: message.message,
        receivedAt: message.createdAt.toISOString(),
      },
    },
    to,
    locale: message.locale,
    idempotencyKey: `reply:${id}`,
    replyTo: sender.replyTo,
    messageId: rfcMessageId,
    headers: threadHeaders(message.id, references),
    entity: { type: "ContactMessage", id: message.id },
  });
  const row = await tx.messageReply.create({
    data: {
      id,
      messageId: message.id,
      userId: actor.id,
      subject,
      body,
      rfcMessageId,
      outboxId: mail.id,
    },
    select: { createdAt: true },
  });
  const createdAt = row.createdAt.toISOString();
  return {
    id,
    subject,
    body,
    author: actor.name,
    createdAt,
    delivery: "queued",
    outboxId: mail.id,
  };
}

function productNames(tx: Transaction, id: string | null) {
  return id === null
    ? null
    : tx.product.findUnique({ where: { id }, select: { name: true, nameAr: true } });
}

/** @throws VALIDATION_ERROR: a customer never reads "{{produit}}" */
function withValues(
  typed: string,
  asked: Parameters<typeof variablesOf>[0],
  shop: ReplyingShop,
): string {
  const { text, unresolved } = resolveVariables(typed, variablesOf(asked, shop));
  if (unresolved.length === 0) return text;
  throw new AppError("VALIDATION_ERROR", {
    details: { body: `Remplacez ${unresolved.join(", ")} : rien ne correspond pour ce message.` },
  });
}

import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import { getNotificationSettings, getShopSettings } from "@/domain/settings/published";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { followMessages } from "../leads/tx-commands";
import { buildReplyMessageId, buildThreadHeaders } from "../message-ids";
import { formatReference } from "../reference";
import { findAssigneesById } from "./commands";
import {
  AUDIT_ENTITY,
  assertVersion,
  type LockedMessage,
  lockMessage,
  toAuditSnapshot,
} from "./lock";
import {
  buildReplySubject,
  buildShopVariables,
  buildVariableValues,
  resolveVariables,
  type ShopVariables,
} from "./rules";
import type { ReplyInput, SavedReply } from "./schema";
import { buildSameCustomerFilter } from "./sql";
import { getMessageState } from "./thread-queries";

/**
 * Replies to a customer by mail. Refuses a reply where a colleague has changed the message or the customer has sent a newer one
 * since the page was loaded.
 * @throws PRECONDITION_REQUIRED, CONFLICT, VALIDATION_ERROR for a variable without a value
 */
export async function replyToMessage(
  actor: Actor,
  id: string,
  input: ReplyInput,
): Promise<SavedReply> {
  const entry = { ...AUDIT_ENTITY, action: "reply_to_message", entityId: id } as const;
  const sender = await findSender();
  return audited(actor, entry, async (tx) => {
    const before = await lockMessage(tx, id);
    await assertVersion(tx, before, input.version);
    assertNotSpam(before);
    const to = requireEmail(before);
    await assertNoNewerMessage(tx, before, input.latestAt);
    const reply = await sendReply(tx, actor, before, { to, typed: input.body, sender });
    const status = input.archive ? ("ARCHIVED" as const) : ("REPLIED" as const);
    await tx.contactMessage.update({
      where: { id },
      data: { status, waitingSince: null, isDoubtful: false, version: { increment: 1 } },
      select: { id: true },
    });
    const assigneesById = await findAssigneesById(tx, [before.assignedToId]);
    const assignee = assigneesById.get(before.assignedToId ?? "")?.username ?? null;
    const after = { ...before, status, waitingSince: null, isDoubtful: false };
    await followMessages(tx, actor, [{ before, after: { ...after, status: "REPLIED" } }]);
    return {
      result: { reply, message: await getMessageState(id, tx) },
      entityLabel: formatReference(before.reference),
      before: toAuditSnapshot(before, assignee),
      after: toAuditSnapshot(after, assignee),
    };
  });
}

interface Sender {
  shop: ShopVariables;
  replyTo: string;
}

/** Call it before the transaction: it uses another connection. */
async function findSender(): Promise<Sender> {
  const [settings, { notificationEmail }] = await Promise.all([
    getShopSettings(),
    getNotificationSettings(),
  ]);
  return { shop: buildShopVariables(settings), replyTo: notificationEmail ?? env.ADMIN_EMAIL };
}

function assertNotSpam({ isSpam }: LockedMessage): void {
  if (!isSpam) return;
  throw new AppError("CONFLICT", {
    message: "Ce message est classé indésirable. Sortez-le des indésirables avant d'y répondre.",
  });
}

/** @throws CONFLICT where the customer left only a phone number */
function requireEmail({ email }: LockedMessage): string {
  if (email !== null) return email;
  throw new AppError("CONFLICT", {
    message:
      "Ce client n'a pas laissé d'e-mail. Appelez-le ou écrivez-lui sur WhatsApp, puis marquez le message comme répondu.",
  });
}

/** @throws CONFLICT with the id of a message that the customer sent after the thread was loaded */
async function assertNoNewerMessage(
  tx: Transaction,
  message: LockedMessage,
  latestAt: string | undefined,
): Promise<void> {
  if (latestAt === undefined) return;
  const [newer] = await tx.$queryRaw<{ id: string; reference: number }[]>`
    SELECT "id", "reference" FROM "ContactMessage" WHERE ${buildSameCustomerFilter(message)} AND "id" <> ${message.id}
      AND NOT "isSpam" AND "createdAt" > ${latestAt}::timestamptz ORDER BY "createdAt" DESC, "id" LIMIT 1`;
  if (!newer) return;
  throw new AppError("CONFLICT", {
    message: `Ce client a écrit de nouveau (${formatReference(newer.reference)}) entre-temps. Relisez avant de répondre.`,
    details: { newer: newer.id },
  });
}

async function sendReply(
  tx: Transaction,
  actor: Actor,
  message: LockedMessage,
  { to, typed, sender }: { to: string; typed: string; sender: Sender },
): Promise<SavedReply["reply"]> {
  const product = await findProductNames(tx, message.productId);
  const earlier = await tx.messageReply.findMany({
    where: { messageId: message.id },
    select: { rfcMessageId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const repliedMessage = { ...message, product };
  const body = fillVariables(typed, repliedMessage, sender.shop);
  const id = createId();
  const rfcMessageId = buildReplyMessageId(id);
  const subject = buildReplySubject(repliedMessage);
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
    headers: buildThreadHeaders(message.id, references),
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

function findProductNames(tx: Transaction, id: string | null) {
  return id === null
    ? null
    : tx.product.findUnique({ where: { id }, select: { name: true, nameAr: true } });
}

/** @throws VALIDATION_ERROR for a variable without a value, so that no customer receives "{{produit}}" */
function fillVariables(
  typed: string,
  repliedMessage: Parameters<typeof buildVariableValues>[0],
  shop: ShopVariables,
): string {
  const { text, unresolved } = resolveVariables(typed, buildVariableValues(repliedMessage, shop));
  if (unresolved.length === 0) return text;
  throw new AppError("VALIDATION_ERROR", {
    details: { body: `Remplacez ${unresolved.join(", ")} : rien ne correspond pour ce message.` },
  });
}

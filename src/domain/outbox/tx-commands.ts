import "server-only";
import type { Language, Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { isolateFigures } from "@/lib/format/bidi";
import { isMailAddress, toSubjectLine } from "@/lib/mail/message";
import { encryptSecret } from "./secret";
import { type SecretPart, TEMPLATES, type TemplateName, type TemplateProps } from "./templates";

interface Envelope {
  to: string;
  locale: Language;
  /** At most 256 characters, like `contact-notification:<id>`. A mail is sent once per key. */
  idempotencyKey: string;
  replyTo?: string;
  /** With angle brackets. */
  messageId?: string;
  /** In-Reply-To, References, List-Unsubscribe… */
  headers?: Record<string, string>;
  /** The record that the mail is about. */
  entity?: { type: string; id: string };
  /** Not before this moment. */
  sendAt?: Date;
}

type QueuedMail = {
  [N in TemplateName]: Envelope & { template: N; props: TemplateProps<N> } & SecretPart<N>;
}[TemplateName];

/**
 * Queues a mail in the caller's transaction (transactional outbox). After the commit the route calls `wakeOutbox`
 * (src/app/api/wake-outbox.ts). Secrets are encrypted in the row and deleted once the mail is sent.
 * @throws VALIDATION_ERROR for an invalid address, CONFLICT for a key that exists
 */
export async function enqueueMail(tx: Transaction, mail: QueuedMail): Promise<{ id: string }> {
  return tx.outboxEmail.create({ data: toRow(mail), select: { id: true } });
}

/** As `enqueueMail`, but returns false for a key that exists, also when a concurrent transaction inserts it. */
export async function enqueueMailOnce(tx: Transaction, mail: QueuedMail): Promise<boolean> {
  const { count } = await tx.outboxEmail.createMany({ data: [toRow(mail)], skipDuplicates: true });
  return count === 1;
}

/** Deletes the mails about a record, sent or not. */
export async function deleteMailsAbout(
  tx: Transaction,
  { type, id }: { type: string; id: string },
): Promise<void> {
  await tx.outboxEmail.deleteMany({ where: { entityType: type, entityId: id } });
}

/** Deletes the mails to an address whose template has this prefix. Returns their idempotency keys, which name the local files. */
export async function deleteMailsTo(
  tx: Transaction,
  to: string,
  templatePrefix: string,
): Promise<string[]> {
  const where = { to, template: { startsWith: templatePrefix } };
  const mails = await tx.outboxEmail.findMany({ where, select: { idempotencyKey: true } });
  await tx.outboxEmail.deleteMany({ where });
  return mails.map(({ idempotencyKey }) => idempotencyKey);
}

/**
 * Adds an item to a queued digest, a mail whose props are `items` and `total`. Beyond `maxItems` only the total grows.
 * Returns false when no digest with this key is queued.
 */
export async function appendToDigest(
  tx: Transaction,
  idempotencyKey: string,
  item: object,
  maxItems: number,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    UPDATE "OutboxEmail" SET "props" = "props" || jsonb_build_object(
      'total', ("props"->>'total')::int + 1,
      'items', CASE WHEN jsonb_array_length("props"->'items') < ${maxItems}
        THEN "props"->'items' || ${JSON.stringify(item)}::jsonb ELSE "props"->'items' END)
    WHERE "idempotencyKey" = ${idempotencyKey} AND "state" = 'QUEUED' AND "attempts" = 0`;
  return added > 0;
}

/** Removes the item with this id from the digests of a template that list it. Their totals stay. */
export async function removeFromDigests(
  tx: Transaction,
  template: TemplateName,
  itemId: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxEmail" SET "props" = jsonb_set("props", '{items}', (
      SELECT coalesce(jsonb_agg(item), '[]') FROM jsonb_array_elements("props"->'items') AS item WHERE item->>'id' <> ${itemId}))
    WHERE "template" = ${template} AND "props"->'items' @> ${JSON.stringify([{ id: itemId }])}::jsonb`;
}

function toRow(mail: QueuedMail): Prisma.OutboxEmailCreateManyInput {
  if (![mail.to, mail.replyTo ?? mail.to].every(isMailAddress)) {
    throw new AppError("VALIDATION_ERROR", { details: { email: "Adresse e-mail invalide." } });
  }
  const { secret, entity, sendAt } = mail;
  return {
    to: mail.to,
    template: mail.template,
    props: mail.props,
    subject: renderSubject(mail),
    locale: mail.locale,
    idempotencyKey: mail.idempotencyKey,
    replyTo: mail.replyTo || undefined,
    messageId: mail.messageId || undefined,
    headers: mail.headers,
    nextAttemptAt: sendAt,
    sealed: secret && encryptSecret(secret),
    entityType: entity?.type,
    entityId: entity?.id,
  };
}

function renderSubject({ template, props, locale }: QueuedMail): string {
  const subject = TEMPLATES[template].subject as (props: object) => string;
  return isolateFigures(
    toSubjectLine(subject({ ...props, locale: locale === "AR" ? "ar" : "fr" })),
  );
}

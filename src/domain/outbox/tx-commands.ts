import "server-only";
import type { Language, Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { isolateFigures } from "@/lib/format/bidi";
import { isMailAddress, subjectLine } from "@/lib/mail/message";
import { seal } from "./seal";
import { type PropsOf, type SecretPart, TEMPLATES, type TemplateName } from "./templates";

interface Envelope {
  to: string;
  locale: Language;
  /** Says which mail this is, at most 256 characters: `contact-notification:<id>`. The same key is never sent twice. */
  idempotencyKey: string;
  replyTo?: string;
  /** With angle brackets. */
  messageId?: string;
  /** In-Reply-To, References, List-Unsubscribe… */
  headers?: Record<string, string>;
  /** What it tells about. */
  entity?: { type: string; id: string };
  /** Not before this moment. */
  sendAt?: Date;
}

type QueuedMail = {
  [N in TemplateName]: Envelope & { template: N; props: PropsOf<N> } & SecretPart<N>;
}[TemplateName];

/**
 * Queues a mail in the transaction of what it tells about: neither exists without the other. After the commit the route
 * calls `wakeOutbox` (src/app/api/wake-outbox.ts). Secrets are sealed in the row and gone from it once it is sent.
 * @throws VALIDATION_ERROR for an address that is none, CONFLICT for a key that is queued already
 */
export async function enqueueMail(tx: Transaction, mail: QueuedMail): Promise<{ id: string }> {
  return tx.outboxEmail.create({ data: rowOf(mail), select: { id: true } });
}

/** As `enqueueMail`; false where the key is queued already, also by a transaction that commits at this moment. */
export async function enqueueMailOnce(tx: Transaction, mail: QueuedMail): Promise<boolean> {
  const { count } = await tx.outboxEmail.createMany({ data: [rowOf(mail)], skipDuplicates: true });
  return count === 1;
}

function rowOf(mail: QueuedMail): Prisma.OutboxEmailCreateManyInput {
  if (![mail.to, mail.replyTo ?? mail.to].every(isMailAddress)) {
    throw new AppError("VALIDATION_ERROR", { details: { email: "Adresse e-mail invalide." } });
  }
  const { secret, entity, sendAt } = mail;
  return {
    to: mail.to,
    template: mail.template,
    props: mail.props,
    subject: subjectOf(mail),
    locale: mail.locale,
    idempotencyKey: mail.idempotencyKey,
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    ...(mail.messageId && { messageId: mail.messageId }),
    ...(mail.headers && { headers: mail.headers }),
    ...(sendAt && { nextAttemptAt: sendAt }),
    ...(secret && { sealed: seal(secret) }),
    ...(entity && { entityType: entity.type, entityId: entity.id }),
  };
}

function subjectOf({ template, props, locale }: QueuedMail): string {
  const subject = TEMPLATES[template].subject as (props: object) => string;
  return isolateFigures(subjectLine(subject({ ...props, locale: locale === "AR" ? "ar" : "fr" })));
}

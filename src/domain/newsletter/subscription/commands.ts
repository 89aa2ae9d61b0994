import "server-only";
import { deleteMailsTo } from "@/domain/outbox/tx-commands";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { deleteLocalMails } from "@/lib/mail/local-transport";
import { INVALID_LINK_MESSAGE, toLanguage } from "../rules";
import { recordConsent } from "./consent-commands";
import {
  endSubscription,
  isActiveSubscription,
  lockSubscription,
  type Subscription,
} from "./end-commands";
import { type SuppressionReason, suppress } from "./suppression-commands";
import { readSubscriberToken } from "./unsubscribe-link";
import { FORM_WORDING } from "./wordings";

/**
 * Unsubscribes for a mail program (RFC 8058), which gets no error for an invalid link.
 * Returns the id of the subscriber whose subscription this call ended, or null.
 */
export async function unsubscribeByOneClick(token: string | undefined): Promise<string | null> {
  const before = await unsubscribe(token, "one-click");
  return before && isActiveSubscription(before) ? before.id : null;
}

/**
 * Unsubscribes from our own page. Returns the id of the subscriber, or null where the subscription had ended before.
 * @throws GONE for an invalid link or an erased subscriber
 */
export async function unsubscribeFromPage(token: string | undefined): Promise<string | null> {
  const before = await unsubscribe(token, "unsubscribe-page");
  if (!before) throw new AppError("GONE", { message: INVALID_LINK_MESSAGE });
  return isActiveSubscription(before) ? before.id : null;
}

/** Returns the subscription as it was before; null for an invalid link or an erased subscriber. */
async function unsubscribe(
  token: string | undefined,
  formId: "one-click" | "unsubscribe-page",
): Promise<Subscription | null> {
  const id = readSubscriberToken(token);
  if (id === null) return null;
  return db.$transaction(async (tx) => {
    const end = { status: "UNSUBSCRIBED", event: "UNSUBSCRIBE", formId } as const;
    const subscription = await endSubscription(tx, { id }, end);
    if (subscription) await suppress(tx, subscription.email, "UNSUBSCRIBED");
    return subscription;
  });
}

/** @throws GONE for an invalid link or an erased subscriber */
export async function changeLanguage(token: string, language: Locale): Promise<void> {
  await db.$transaction(async (tx) => {
    const subscription = await requireSubscription(tx, token);
    const locale = toLanguage(language);
    if (subscription.locale === locale) return;
    const { id } = subscription;
    await tx.newsletterSubscriber.update({ where: { id }, data: { locale }, select: { id: true } });
    await recordConsent(tx, {
      subscriberId: id,
      event: "CHANGE",
      wordingVersion: FORM_WORDING,
      source: subscription.source,
      formId: "preferences",
      locale,
    });
  });
}

/** Erases the subscriber at their own request. @throws GONE for an invalid link or an erased subscriber */
export async function eraseSubscriptionByToken(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const subscription = await requireSubscription(tx, token);
    await eraseSubscriber(tx, subscription, { formId: "preferences", suppressAs: "ERASED" });
  });
}

interface Erasure {
  formId: string;
  /** Null adds no suppression, so that the address can be imported again; an existing suppression stays. */
  suppressAs: SuppressionReason | null;
}

/**
 * Deletes the subscriber with their links and the newsletter's mails to the address. The consent events and the HMAC in the
 * suppression list stay; neither holds the address.
 */
export async function eraseSubscriber(
  tx: Transaction,
  { id, email, status, locale, source }: Subscription,
  { formId, suppressAs }: Erasure,
): Promise<void> {
  if (suppressAs) await suppress(tx, email, suppressAs);
  await recordConsent(tx, {
    subscriberId: id,
    event: "ERASE",
    wordingVersion: FORM_WORDING,
    source,
    formId,
    locale,
    delta: status === "CONFIRMED" ? -1 : 0,
  });
  await deleteMails(tx, id, email);
  await tx.newsletterSubscriber.delete({ where: { id }, select: { id: true } });
}

/** Deletes the newsletter's outbox rows for the address, and the .eml files that the local mail transport has written. */
async function deleteMails(tx: Transaction, subscriberId: string, email: string): Promise<void> {
  const batches = await tx.campaignBatch.findMany({
    where: { messages: { some: { subscriberId } } },
    select: { idempotencyKey: true },
  });
  const keys = await deleteMailsTo(tx, email, "newsletter-");
  const batchKeys = batches.map(({ idempotencyKey }) => idempotencyKey);
  await deleteLocalMails(email, { keys, batchKeys });
}

async function requireSubscription(tx: Transaction, token: string): Promise<Subscription> {
  const id = readSubscriberToken(token);
  const subscription = id === null ? null : await lockSubscription(tx, { id });
  if (!subscription) throw new AppError("GONE", { message: INVALID_LINK_MESSAGE });
  return subscription;
}

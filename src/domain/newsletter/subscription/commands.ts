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
 * Returns the id of the subscriber whose subscription this ended; null when it ended none.
 */
export async function unsubscribeByOneClick(token: string | undefined): Promise<string | null> {
  const before = await unsubscribe(token, "one-click");
  return before && isActiveSubscription(before) ? before.id : null;
}

/**
 * Unsubscribes from our own page. Returns the id of the subscriber whose subscription this ended; null when it had ended before.
 * @throws GONE for a damaged link, one of another shop, or one of an erased subscriber
 */
export async function unsubscribeFromPage(token: string | undefined): Promise<string | null> {
  const before = await unsubscribe(token, "unsubscribe-page");
  if (!before) throw new AppError("GONE", { message: INVALID_LINK_MESSAGE });
  return isActiveSubscription(before) ? before.id : null;
}

/** Returns the subscription as it was before; null where the link leads to no subscriber. */
async function unsubscribe(
  token: string | undefined,
  formId: "one-click" | "unsubscribe-page",
): Promise<Subscription | null> {
  const id = readSubscriberToken(token);
  if (id === null) return null;
  return db.$transaction(async (tx) => {
    const end = { status: "UNSUBSCRIBED", event: "UNSUBSCRIBE", formId } as const;
    const found = await endSubscription(tx, { id }, end);
    if (found) await suppress(tx, found.email, "UNSUBSCRIBED");
    return found;
  });
}

/** @throws GONE for a link that leads to nobody */
export async function changeLanguage(token: string, language: Locale): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await requireSubscription(tx, token);
    const locale = toLanguage(language);
    if (found.locale === locale) return;
    const { id } = found;
    await tx.newsletterSubscriber.update({ where: { id }, data: { locale }, select: { id: true } });
    await recordConsent(tx, {
      subscriberId: id,
      event: "CHANGE",
      wordingVersion: FORM_WORDING,
      source: found.source,
      formId: "preferences",
      locale,
    });
  });
}

/** At the person's own wish. @throws GONE for a link that leads to nobody, one of somebody already erased too */
export async function eraseSubscriptionByToken(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await requireSubscription(tx, token);
    await eraseSubscriber(tx, found, { formId: "preferences", suppressAs: "ERASED" });
  });
}

interface Erasure {
  formId: string;
  /** Null: the address may be imported or subscribe again; a suppression that is there stays all the same. */
  suppressAs: SuppressionReason | null;
}

/**
 * Takes the address out of the rows: profile, links, and the mails of the newsletter that went to it. What stays names nobody:
 * the facts of the ledger, and the HMAC that keeps the address from coming back by an import.
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

/** Deletes the mails of the newsletter to the address, and the local copies of campaigns that a shop without a mail service keeps. */
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
  const found = id === null ? null : await lockSubscription(tx, { id });
  if (!found) throw new AppError("GONE", { message: INVALID_LINK_MESSAGE });
  return found;
}

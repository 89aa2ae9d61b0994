import "server-only";
import { noteUnsubscribed } from "@/domain/campaigns/sending/delivery-commands";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { forgetLocalMails } from "@/lib/mail/local-transport";
import { languageOf, NO_SUBSCRIPTION } from "../rules";
import { recordConsent } from "./consent-commands";
import { endSubscription, holdSubscription, isRunning, type Subscription } from "./end-commands";
import { type SuppressionReason, suppress } from "./suppression-commands";
import { readSubscriberToken } from "./unsubscribe-link";
import { FORM_WORDING } from "./wordings";

/** Stops the mails by the button of a mail program (RFC 8058), which gets no error for a link that no longer works. */
export async function unsubscribeByMachine(token: string | undefined): Promise<void> {
  await unsubscribe(token, "one-click");
}

/** Stops the mails by the button of our page. @throws GONE where the link is damaged, of another shop, or of an erased subscriber */
export async function unsubscribeByPerson(token: string | undefined): Promise<void> {
  if (!(await unsubscribe(token, "unsubscribe-page"))) {
    throw new AppError("GONE", { message: NO_SUBSCRIPTION });
  }
}

/** False where the link leads to no subscriber. */
async function unsubscribe(
  token: string | undefined,
  formId: "one-click" | "unsubscribe-page",
): Promise<boolean> {
  const id = readSubscriberToken(token);
  if (id === null) return false;
  const before = await db.$transaction(async (tx) => {
    const end = { status: "UNSUBSCRIBED", event: "UNSUBSCRIBE", formId } as const;
    const found = await endSubscription(tx, { id }, end);
    if (found) await suppress(tx, found.email, "UNSUBSCRIBED");
    return found;
  });
  if (before && isRunning(before)) await noteUnsubscribed(id);
  return before !== null;
}

/** @throws GONE for a link that leads to nobody */
export async function changeLanguage(token: string, language: Locale): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await requireOwn(tx, token);
    const locale = languageOf(language);
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
export async function eraseOwn(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await requireOwn(tx, token);
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
  await forgetMails(tx, id, email);
  await tx.newsletterSubscriber.delete({ where: { id }, select: { id: true } });
}

/** Of the newsletter and of campaigns; the files too that a shop without a mail service keeps. */
async function forgetMails(tx: Transaction, subscriberId: string, email: string): Promise<void> {
  const where = { to: email, template: { startsWith: "newsletter-" } };
  const select = { idempotencyKey: true };
  const mails = await tx.outboxEmail.findMany({ where, select });
  const batches = await tx.campaignBatch.findMany({
    where: { messages: { some: { subscriberId } } },
    select,
  });
  await tx.outboxEmail.deleteMany({ where });
  const keysOf = (rows: typeof mails) => rows.map(({ idempotencyKey }) => idempotencyKey);
  await forgetLocalMails(email, { keys: keysOf(mails), batchKeys: keysOf(batches) });
}

async function requireOwn(tx: Transaction, token: string): Promise<Subscription> {
  const id = readSubscriberToken(token);
  const found = id === null ? null : await holdSubscription(tx, { id });
  if (!found) throw new AppError("GONE", { message: NO_SUBSCRIPTION });
  return found;
}

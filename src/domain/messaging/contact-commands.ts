import "server-only";
import { createHash } from "node:crypto";
import { findAskedProduct } from "@/domain/catalogue/product-published";
import { findNotifications, findShopSettings } from "@/domain/settings/published";
import type { Transaction } from "@/lib/audit";
import { db } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { newId } from "@/lib/id";
import { queueContactMails } from "./contact-mails";
import { referenceOf } from "./contact-rules";
import type { ContactReceipt, ContactRequest } from "./contact-schema";
import { readFormToken } from "./form-token";
import { foldedText, SPAM_FROM, type SpamReason, spamReasons, spamScore } from "./spam-rules";

interface Visitor {
  ipHash: string;
  locale: Locale;
}

/**
 * Keeps a customer's message and queues its mails, in one transaction. Spam is kept as well, and mails nobody.
 * The same submission key again answers as the first time.
 * @throws UNPROCESSABLE where the key came with another message
 */
export async function receiveMessage(
  request: ContactRequest,
  visitor: Visitor,
): Promise<ContactReceipt> {
  const contentHash = hashOf(foldedText(request.message));
  // All that is read is read before: a transaction that waits for a second connection can wait for itself.
  const [product, shop, notifications] = await Promise.all([
    request.productSlug ? findAskedProduct(request.productSlug) : null,
    findShopSettings(),
    findNotifications(),
  ]);
  const { form, nonce } = readFormToken(request.formToken);
  const message = {
    ...sentBy(request, visitor),
    id: newId(),
    productId: product?.id ?? null,
    source: product ? "product" : "contact",
    contentHash,
  };
  return db.$transaction(
    async (tx) => {
      const seen = await countSeen(tx, message);
      const signs = { ...request, ...seen, honeypot: request.website, form, ownHost: HOST };
      const autoReply = notifications.autoReply && seen.sameAddress < MOST_REPLIES_A_DAY;
      const kept = await keep(tx, { ...message, formNonce: nonce }, spamReasons(signs));
      if (!kept.isSpam && kept.isNew) {
        const received = { ...message, ...kept, product };
        await queueContactMails(tx, received, { ...notifications, autoReply }, shop);
      }
      return { reference: referenceOf(kept.reference) };
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
}

/** Anybody can type anybody's address: more automatic replies than these would be a nuisance to its owner. */
const MOST_REPLIES_A_DAY = 3;

const HOST = new URL(appUrl).host;

function sentBy(request: ContactRequest, visitor: Visitor) {
  const { name, email, phone, subject, message, productSlug } = request;
  const locale = (request.locale ?? visitor.locale) === "ar" ? ("AR" as const) : ("FR" as const);
  return {
    ...{ name, email, phone, subject, message, locale },
    ipHash: visitor.ipHash,
    // A form without JavaScript has no key: the same words from the same person are one message a day.
    submissionKey:
      request.submissionKey ??
      `day-${new Date().toISOString().slice(0, 10)}-${hashOf(JSON.stringify([name, email, phone, subject, message, productSlug]))}`,
  };
}

interface Row extends ReturnType<typeof sentBy> {
  id: string;
  productId: string | null;
  source: string;
  contentHash: string | null;
  formNonce: string | null;
}

interface Kept {
  reference: number;
  isSpam: boolean;
  isNew: boolean;
}

async function keep(tx: Transaction, row: Row, reasons: readonly SpamReason[]): Promise<Kept> {
  const score = spamScore(reasons);
  const isSpam = score >= SPAM_FROM;
  const [created] = await tx.contactMessage.createManyAndReturn({
    data: [{ ...row, spamScore: score, isSpam, spamReasons: [...reasons] }],
    skipDuplicates: true,
    select: { reference: true },
  });
  if (created) return { ...created, isSpam, isNew: true };
  const earlier = await tx.contactMessage.findUnique({
    where: { submissionKey: row.submissionKey },
    select: { reference: true, isSpam: true, email: true, message: true },
  });
  // Not the key was taken, so the form was used before.
  if (!earlier) return keep(tx, { ...row, formNonce: null }, [...reasons, "reusedForm"]);
  if (earlier.email !== row.email || earlier.message !== row.message) {
    throw new AppError("UNPROCESSABLE");
  }
  return { reference: earlier.reference, isSpam: earlier.isSpam, isNew: false };
}

interface Seen {
  sameText: number;
  sameClient: number;
  sameAddress: number;
}

type Sender = Pick<Row, "contentHash" | "ipHash" | "email">;

/**
 * What came before: of a day with the same text and to the same address, in whatever case, of an hour from the same client.
 * Messages of one client, or of one address, take turns: what is posted at once is counted as well.
 */
async function countSeen(tx: Transaction, sender: Sender): Promise<Seen> {
  const { contentHash, ipHash, email } = sender;
  // In this order everywhere, client and address apart: those who wait never wait for each other.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${CLIENT_LOCK}::int, hashtext(${ipHash})),
      pg_advisory_xact_lock(${ADDRESS_LOCK}::int, hashtext(lower(${email})))`;
  const [seen] = await tx.$queryRaw<Seen[]>`
    SELECT
      (SELECT count(*)::int FROM "ContactMessage"
        WHERE "contentHash" = ${contentHash} AND "createdAt" > now() - interval '1 day') AS "sameText",
      (SELECT count(*)::int FROM "ContactMessage"
        WHERE "ipHash" = ${ipHash} AND "createdAt" > now() - interval '1 hour') AS "sameClient",
      (SELECT count(*)::int FROM "ContactMessage"
        WHERE lower("email") = lower(${email}) AND "createdAt" > now() - interval '1 day') AS "sameAddress"`;
  return seen ?? { sameText: 0, sameClient: 0, sameAddress: 0 };
}

/** Which of the two a lock is about; nobody else locks by two numbers. */
const CLIENT_LOCK = 1;
const ADDRESS_LOCK = 2;

function hashOf(text: string): string;
function hashOf(text: string | null): string | null;
function hashOf(text: string | null): string | null {
  return text && createHash("sha256").update(text).digest("hex");
}

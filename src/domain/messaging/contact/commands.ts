import "server-only";
import { createHash } from "node:crypto";
import { findAskedProduct } from "@/domain/catalogue/listing/product-published";
import { findNotifications, findShopSettings } from "@/domain/settings/published";
import { db, type Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { createId } from "@/lib/id";
import { referenceOf } from "../reference";
import { consumeNotificationQuota } from "./digest";
import { readFormToken } from "./form-token";
import { queueContactMails } from "./mails";
import type { ContactReceipt, ContactRequest } from "./schema";
import {
  detectSpamReasons,
  getSpamReasonLabels,
  getSpamScore,
  getSpamVerdict,
  normalizeForComparison,
  type SpamReason,
} from "./spam-rules";

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
  // All that is read is read before: a transaction that waits for a second connection can wait for itself.
  const [product, shop, notifications] = await Promise.all([
    request.productSlug ? findAskedProduct(request.productSlug) : null,
    findShopSettings(),
    findNotifications(),
  ]);
  const { form, nonce } = readFormToken(request.formToken);
  const signs = { ...request, honeypot: request.website, form, ownHost: SHOP_HOST };
  const isSpamAnyway =
    getSpamVerdict(detectSpamReasons({ ...signs, sameText: 0, sameClient: 0 })) === "spam";
  const notifiesAlone = !isSpamAnyway && (await consumeNotificationQuota());
  const message = {
    ...toMessageFields(request, visitor),
    id: createId(),
    productId: product?.id ?? null,
    source: product ? "product" : "contact",
    contentHash: hashMessage(request.message, product?.id ?? null),
  };
  return db.$transaction(
    async (tx) => {
      const seen = await findRecentMessages(tx, message);
      const autoReply = notifications.autoReply && seen.sameAddress < MAX_AUTO_REPLIES_PER_DAY;
      const reasons = detectSpamReasons({ ...signs, ...seen });
      if (seen.repeatedReference !== null && getSpamVerdict(reasons) !== "spam") {
        return { reference: referenceOf(seen.repeatedReference) };
      }
      const kept = await storeMessage(tx, { ...message, formNonce: nonce }, reasons);
      if (kept.verdict !== "spam" && kept.isNew) {
        const doubts = kept.verdict === "doubtful" ? getSpamReasonLabels(kept.reasons) : [];
        const received = { ...message, ...kept, product, doubts };
        await queueContactMails(tx, received, { ...notifications, autoReply, notifiesAlone }, shop);
      }
      return { reference: referenceOf(kept.reference) };
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
}

/** Anybody can type anybody's address: more automatic replies than these would be a nuisance to its owner. */
const MAX_AUTO_REPLIES_PER_DAY = 3;

const SHOP_HOST = new URL(appUrl).hostname;

function toMessageFields(request: ContactRequest, visitor: Visitor) {
  const { name, email, phone, subject, message, productSlug } = request;
  const locale = (request.locale ?? visitor.locale) === "ar" ? ("AR" as const) : ("FR" as const);
  return {
    ...{ name, email, phone, subject, message, locale },
    ipHash: visitor.ipHash,
    // A form without JavaScript has no key: the same words from the same person are one message a day.
    submissionKey:
      request.submissionKey ??
      `day-${new Date().toISOString().slice(0, 10)}-${sha256(JSON.stringify([name, email, phone, subject, message, productSlug]))}`,
  };
}

interface NewMessage extends ReturnType<typeof toMessageFields> {
  id: string;
  productId: string | null;
  source: string;
  contentHash: string | null;
  formNonce: string | null;
}

interface StoredMessage {
  reference: number;
  verdict: ReturnType<typeof getSpamVerdict>;
  reasons: readonly SpamReason[];
  isNew: boolean;
}

async function storeMessage(
  tx: Transaction,
  row: NewMessage,
  reasons: readonly SpamReason[],
): Promise<StoredMessage> {
  const verdict = getSpamVerdict(reasons);
  const judged = {
    spamScore: getSpamScore(reasons),
    spamReasons: [...reasons],
    isSpam: verdict === "spam",
    isDoubtful: verdict === "doubtful",
  };
  const [created] = await tx.contactMessage.createManyAndReturn({
    data: [{ ...row, ...judged }],
    skipDuplicates: true,
    select: { reference: true },
  });
  if (created) return { ...created, verdict, reasons, isNew: true };
  const earlier = await tx.contactMessage.findUnique({
    where: { submissionKey: row.submissionKey },
    select: { reference: true, email: true, message: true },
  });
  // Not the key was taken, so the form was used before.
  if (!earlier) return storeMessage(tx, { ...row, formNonce: null }, [...reasons, "reusedForm"]);
  if (earlier.email !== row.email || earlier.message !== row.message) {
    throw new AppError("UNPROCESSABLE");
  }
  return { reference: earlier.reference, verdict, reasons, isNew: false };
}

interface RecentMessages {
  sameText: number;
  sameClient: number;
  sameAddress: number;
  /** Of the same form sent within minutes, as from a second tab, which has a submission key of its own. */
  repeatedReference: number | null;
}

/**
 * Reads what came before: of a day with the same text and to the same address, in whatever case, of an hour from the same client.
 * Messages of one client, or of one address or number, take turns: what is posted at once is counted as well.
 */
async function findRecentMessages(
  tx: Transaction,
  row: Omit<NewMessage, "formNonce">,
): Promise<RecentMessages> {
  const { contentHash, ipHash, name, email, phone, subject, message, productId } = row;
  // In this order everywhere, client and address apart: those who wait never wait for each other.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${CLIENT_LOCK}::int, hashtext(${ipHash})),
      pg_advisory_xact_lock(${ADDRESS_LOCK}::int, hashtext(lower(${email ?? phone})))`;
  const [seen] = await tx.$queryRaw<[RecentMessages]>`
    SELECT
      (SELECT count(*)::int FROM "ContactMessage"
        WHERE "contentHash" = ${contentHash} AND "createdAt" > now() - interval '1 day') AS "sameText",
      (SELECT count(*)::int FROM "ContactMessage"
        WHERE "ipHash" = ${ipHash} AND "createdAt" > now() - interval '1 hour') AS "sameClient",
      (SELECT count(*)::int FROM "ContactMessage"
        WHERE lower("email") = lower(${email}) AND "createdAt" > now() - interval '1 day') AS "sameAddress",
      (SELECT "reference" FROM "ContactMessage"
        WHERE "createdAt" > now() - interval '10 minutes' AND NOT "isSpam" AND "name" = ${name} AND "message" = ${message}
          AND "email" IS NOT DISTINCT FROM ${email} AND "phone" IS NOT DISTINCT FROM ${phone}
          AND "subject" IS NOT DISTINCT FROM ${subject} AND "productId" IS NOT DISTINCT FROM ${productId}
        ORDER BY "createdAt" DESC, "id" DESC LIMIT 1) AS "repeatedReference"`;
  return seen;
}

/** Which of the two a lock is about; nobody else locks by two numbers. */
const CLIENT_LOCK = 1;
const ADDRESS_LOCK = 2;

/** The same question about another product is another text. */
function hashMessage(message: string, productId: string | null): string | null {
  const folded = normalizeForComparison(message);
  return sha256(folded && productId ? `${productId}\n${folded}` : folded);
}

function sha256(text: string): string;
function sha256(text: string | null): string | null;
function sha256(text: string | null): string | null {
  return text && createHash("sha256").update(text).digest("hex");
}

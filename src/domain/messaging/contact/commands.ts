import "server-only";
import { createHash } from "node:crypto";
import type { Visit } from "@/domain/analytics/event";
import { findInquiryProduct } from "@/domain/catalogue/listing/product-published";
import { getNotificationSettings, getShopSettings } from "@/domain/settings/published";
import { db, type Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { createId } from "@/lib/id";
import { createMessageLead } from "../leads/tx-commands";
import { formatReference } from "../reference";
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
  /** Null for a visitor who is not counted. */
  visit: Visit | null;
}

/**
 * Stores a customer's message and queues its mails in one transaction. Spam is stored too, but queues no mail.
 * A second request with the same submission key gets the same receipt.
 * @throws UNPROCESSABLE where the key was used for another message
 */
export async function receiveMessage(
  request: ContactRequest,
  visitor: Visitor,
): Promise<ContactReceipt> {
  // Reads before the transaction: one that needs a second connection can deadlock on an exhausted pool.
  const [product, shop, notifications] = await Promise.all([
    request.productSlug ? findInquiryProduct(request.productSlug) : null,
    getShopSettings(),
    getNotificationSettings(),
  ]);
  const { form, nonce } = readFormToken(request.formToken);
  const spamSignals = { ...request, honeypot: request.website, form, ownHost: SHOP_HOST };
  const isCertainSpam =
    getSpamVerdict(detectSpamReasons({ ...spamSignals, sameText: 0, sameClient: 0 })) === "spam";
  const notifiesAlone = !isCertainSpam && (await consumeNotificationQuota());
  const message = {
    ...toMessageFields(request, visitor),
    id: createId(),
    productId: product?.id ?? null,
    source: product ? "product" : "contact",
    contentHash: hashMessage(request.message, product?.id ?? null),
  };
  return db.$transaction(
    async (tx) => {
      const recent = await findRecentMessages(tx, message);
      const autoReply = notifications.autoReply && recent.sameAddress < MAX_AUTO_REPLIES_PER_DAY;
      const reasons = detectSpamReasons({ ...spamSignals, ...recent });
      if (recent.repeatedReference !== null && getSpamVerdict(reasons) !== "spam") {
        return { reference: formatReference(recent.repeatedReference) };
      }
      const stored = await storeMessage(tx, { ...message, formNonce: nonce }, reasons);
      if (stored.isNew) {
        const { reference, verdict } = stored;
        const lead = { ...message, reference, isSpam: verdict === "spam" };
        await createMessageLead(tx, lead, visitor.visit);
      }
      if (stored.verdict !== "spam" && stored.isNew) {
        const doubts = stored.verdict === "doubtful" ? getSpamReasonLabels(stored.reasons) : [];
        const received = { ...message, ...stored, product, doubts };
        await queueContactMails(tx, received, { ...notifications, autoReply, notifiesAlone }, shop);
      }
      return { reference: formatReference(stored.reference) };
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
}

/** The form accepts any address: the limit protects its owner from a flood of automatic replies. */
const MAX_AUTO_REPLIES_PER_DAY = 3;

const SHOP_HOST = new URL(appUrl).hostname;

function toMessageFields(request: ContactRequest, visitor: Visitor) {
  const { name, email, phone, subject, message, productSlug } = request;
  const locale = (request.locale ?? visitor.locale) === "ar" ? ("AR" as const) : ("FR" as const);
  return {
    name,
    email,
    phone,
    subject,
    message,
    locale,
    ipHash: visitor.ipHash,
    // A form without JavaScript sends no key: equal input on the same day counts as one message.
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
  const assessment = {
    spamScore: getSpamScore(reasons),
    spamReasons: [...reasons],
    isSpam: verdict === "spam",
    isDoubtful: verdict === "doubtful",
  };
  const [created] = await tx.contactMessage.createManyAndReturn({
    data: [{ ...row, ...assessment }],
    skipDuplicates: true,
    select: { reference: true },
  });
  if (created) return { ...created, verdict, reasons, isNew: true };
  const existing = await tx.contactMessage.findUnique({
    where: { submissionKey: row.submissionKey },
    select: { reference: true, email: true, message: true },
  });
  // The unique violation came from the form nonce, not the submission key: the form token was used before.
  if (!existing) return storeMessage(tx, { ...row, formNonce: null }, [...reasons, "reusedForm"]);
  if (existing.email !== row.email || existing.message !== row.message) {
    throw new AppError("UNPROCESSABLE");
  }
  return { reference: existing.reference, verdict, reasons, isNew: false };
}

interface RecentMessages {
  sameText: number;
  sameClient: number;
  sameAddress: number;
  /** Reference of a message with the same fields within ten minutes, for example from a second tab with its own submission key. */
  repeatedReference: number | null;
}

/**
 * Counts earlier messages with the same text or e-mail address within a day, and from the same client within an hour.
 * Locks the client and the e-mail address (or phone number) until the transaction ends, so that simultaneous messages are counted.
 */
async function findRecentMessages(
  tx: Transaction,
  row: Omit<NewMessage, "formNonce">,
): Promise<RecentMessages> {
  const { contentHash, ipHash, name, email, phone, subject, message, productId } = row;
  // Always in this order, with a namespace for each: transactions that wait cannot deadlock.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${CLIENT_LOCK}::int, hashtext(${ipHash})),
      pg_advisory_xact_lock(${ADDRESS_LOCK}::int, hashtext(lower(${email ?? phone})))`;
  const [recent] = await tx.$queryRaw<[RecentMessages]>`
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
  return recent;
}

/** Namespaces of the two-key advisory locks; no other code uses locks with two keys. */
const CLIENT_LOCK = 1;
const ADDRESS_LOCK = 2;

/** The hash includes the product: the same question about another product is another text. */
function hashMessage(message: string, productId: string | null): string | null {
  const folded = normalizeForComparison(message);
  return sha256(folded && productId ? `${productId}\n${folded}` : folded);
}

function sha256(text: string): string;
function sha256(text: string | null): string | null;
function sha256(text: string | null): string | null {
  return text && createHash("sha256").update(text).digest("hex");
}

import "server-only";
import type { InquiryProduct } from "@/domain/catalogue/listing/product-published";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import { buildWhatsappLink, getOpenState } from "@/domain/settings/rules";
import type { ShopSettings, StaffSettings } from "@/domain/settings/schema";
import type { Transaction } from "@/lib/db";
import { appUrl, env } from "@/lib/env";
import { localPath } from "@/lib/i18n/paths";
import { formatEmail } from "@/lib/input/email";
import { buildContactMessageId } from "../message-ids";
import { formatReference } from "../reference";
import { addToDigest } from "./digest";

interface ReceivedMessage {
  id: string;
  reference: number;
  name: string;
  email: string | null;
  phone: string | null;
  subject: string | null;
  message: string;
  locale: "FR" | "AR";
  product: InquiryProduct | null;
  /** Why the message is doubtful; empty where it is not. */
  doubts: string[];
}

/** Notifies the shop of a message and, where the customer left an e-mail address, confirms its receipt. */
export async function queueContactMails(
  tx: Transaction,
  received: ReceivedMessage,
  { notificationEmail, autoReply, notifiesAlone }: NotificationOptions,
  shop: ShopSettings,
): Promise<void> {
  if (autoReply && received.email) await queueAutoReply(tx, received, received.email, shop);
  const to = notificationEmail ?? env.ADMIN_EMAIL;
  if (notifiesAlone) await queueNotification(tx, received, to);
  else await addToDigest(tx, toDigestItem(received), to);
}

interface NotificationOptions extends Pick<StaffSettings, "notificationEmail" | "autoReply"> {
  /** False: the message is listed in the hourly digest instead. */
  notifiesAlone: boolean;
}

function toDigestItem({ id, reference, name, subject, product, doubts }: ReceivedMessage) {
  return {
    id,
    reference: formatReference(reference),
    name,
    about: subject ?? product?.name ?? null,
    doubts,
    url: `${appUrl}/admin/messages/${id}`,
  };
}

async function queueNotification(
  tx: Transaction,
  received: ReceivedMessage,
  to: string,
): Promise<void> {
  const { id, name, email, phone, subject, message, product, doubts } = received;
  await enqueueMail(tx, {
    template: "contact-notification",
    props: {
      name,
      email: email && formatEmail(email),
      phone,
      subject,
      message,
      doubts,
      reference: formatReference(received.reference),
      customerLocale: received.locale === "AR" ? "ar" : "fr",
      product: product && { name: product.name, url: `${appUrl}/produit/${product.slug}` },
      url: `${appUrl}/admin/messages/${id}`,
    },
    to,
    locale: "FR",
    idempotencyKey: `contact-notification:${id}`,
    replyTo: email ?? undefined,
    // Keeps a reply that staff write in their own mailbox in the customer's conversation.
    headers: { References: buildContactMessageId(id) },
    entity: { type: "ContactMessage", id },
  });
}

/** The mail contains no input of the sender: otherwise the form could send any text to any address. */
async function queueAutoReply(
  tx: Transaction,
  received: ReceivedMessage,
  to: string,
  shop: ShopSettings,
): Promise<void> {
  const { id, locale, product } = received;
  const language = locale === "AR" ? "ar" : "fr";
  await enqueueMail(tx, {
    template: "contact-received",
    props: {
      reference: formatReference(received.reference),
      product: product && {
        name: (language === "ar" && product.nameAr) || product.name,
        url: `${appUrl}${localPath(language, `/produit/${product.slug}`)}`,
      },
      opens: getOpenState(shop, new Date()),
      phone: shop.phones[0] ?? null,
      whatsapp: buildWhatsappLink(shop.whatsapp, formatReference(received.reference)),
    },
    to,
    locale,
    idempotencyKey: `contact-received:${id}`,
    messageId: buildContactMessageId(id),
    // Suppresses out-of-office replies (RFC 3834).
    headers: { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" },
    entity: { type: "ContactMessage", id },
  });
}

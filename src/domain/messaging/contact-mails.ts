import "server-only";
import type { AskedProduct } from "@/domain/catalogue/product-published";
import { enqueueMail } from "@/domain/outbox/enqueue";
import { openState, whatsappLink } from "@/domain/settings/rules";
import type { ShopSettings, StaffSettings } from "@/domain/settings/schema";
import type { Transaction } from "@/lib/audit";
import { appUrl, env } from "@/lib/env";
import { localPath } from "@/lib/i18n/paths";
import { referenceOf } from "./contact-rules";
import { contactMessageId } from "./thread";

interface Received {
  id: string;
  reference: number;
  name: string;
  email: string;
  phone: string | null;
  subject: string | null;
  message: string;
  locale: "FR" | "AR";
  product: AskedProduct | null;
}

/** Tells the shop of a message, and its sender that it arrived. */
export async function queueContactMails(
  tx: Transaction,
  received: Received,
  { notificationEmail, autoReply }: Notifications,
  shop: ShopSettings,
): Promise<void> {
  await tellShop(tx, received, notificationEmail ?? env.ADMIN_EMAIL);
  if (autoReply) await tellCustomer(tx, received, shop);
}

type Notifications = Pick<StaffSettings, "notificationEmail" | "autoReply">;

async function tellShop(tx: Transaction, received: Received, to: string): Promise<void> {
  const { id, name, email, phone, subject, message, product } = received;
  await enqueueMail(tx, {
    template: "contact-notification",
    props: {
      ...{ name, email, phone, subject, message },
      reference: referenceOf(received.reference),
      customerLocale: received.locale === "AR" ? "ar" : "fr",
      product: product && { name: product.name, url: `${appUrl}/produit/${product.slug}` },
      url: `${appUrl}/admin/messages/${id}`,
    },
    to,
    locale: "FR",
    idempotencyKey: `contact-notification:${id}`,
    replyTo: email,
    // Whoever answers from their own mailbox stays in the customer's conversation.
    headers: { References: contactMessageId(id) },
    entity: { type: "ContactMessage", id },
  });
}

/** Holds nothing that was typed: it would carry a stranger's words to any address they like. */
async function tellCustomer(
  tx: Transaction,
  received: Received,
  shop: ShopSettings,
): Promise<void> {
  const { id, email, locale, product } = received;
  const language = locale === "AR" ? "ar" : "fr";
  await enqueueMail(tx, {
    template: "contact-received",
    props: {
      reference: referenceOf(received.reference),
      product: product && {
        name: (language === "ar" && product.nameAr) || product.name,
        url: `${appUrl}${localPath(language, `/produit/${product.slug}`)}`,
      },
      opens: openState(shop, new Date()),
      phone: shop.phones[0] ?? null,
      whatsapp: whatsappLink(shop.whatsapp, referenceOf(received.reference)),
    },
    to: email,
    locale,
    idempotencyKey: `contact-received:${id}`,
    messageId: contactMessageId(id),
    // No out-of-office answers to it (RFC 3834).
    headers: { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" },
    entity: { type: "ContactMessage", id },
  });
}

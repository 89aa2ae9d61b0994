import "server-only";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import { db } from "@/lib/db";
import { createId } from "@/lib/id";
import { consumeRateLimit, type RateLimit } from "@/lib/rate-limit";
import { toLanguage } from "./rules";
import type { LinkRequest } from "./schema";
import { hashEmail } from "./subscription/suppression";
import { buildMailLinks } from "./subscription/unsubscribe-link";

const LINK_MAIL_LIMIT: RateLimit = {
  name: "newsletter-links",
  requests: 3,
  seconds: 60 * 60,
  store: "database",
};

/**
 * Mails the preferences and unsubscribe links to a subscriber whose link no longer works. Does nothing for an address without a
 * subscription. The caller must respond without waiting: the duration would reveal which addresses subscribe.
 */
export async function requestLinks({ email, locale }: LinkRequest): Promise<void> {
  if (!(await consumeRateLimit(LINK_MAIL_LIMIT, hashEmail(email)))) return;
  const subscriber = await db.newsletterSubscriber.findFirst({
    where: { email, status: { in: ["CONFIRMED", "PENDING"] } },
    select: { id: true },
  });
  if (!subscriber) return;
  await enqueueMail(db, {
    template: "newsletter-links",
    props: {},
    secret: buildMailLinks(subscriber.id, locale),
    to: email,
    locale: toLanguage(locale),
    idempotencyKey: `newsletter-links:${createId()}`,
    entity: { type: "NewsletterSubscriber", id: subscriber.id },
  });
}

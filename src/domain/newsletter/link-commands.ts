import "server-only";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import { db } from "@/lib/db";
import { createId } from "@/lib/id";
import { consumeRateLimit, type RateLimit } from "@/lib/rate-limit";
import { languageOf } from "./rules";
import type { LinkRequest } from "./schema";
import { emailHmac } from "./subscription/suppression";
import { mailLinks } from "./subscription/unsubscribe-link";

const LINKS_PER_ADDRESS: RateLimit = { name: "newsletter-links", requests: 3, seconds: 60 * 60 };

/**
 * Mails the links for the preferences and for unsubscribing to a subscriber whose own link is damaged. Does nothing for
 * an address that gets no newsletter; the caller must not wait, since the time taken would tell who subscribes.
 */
export async function requestLinks({ email, locale }: LinkRequest): Promise<void> {
  if (!(await consumeRateLimit(LINKS_PER_ADDRESS, emailHmac(email)))) return;
  const subscriber = await db.newsletterSubscriber.findFirst({
    where: { email, status: { in: ["CONFIRMED", "PENDING"] } },
    select: { id: true },
  });
  if (!subscriber) return;
  await enqueueMail(db, {
    template: "newsletter-links",
    props: {},
    secret: mailLinks(subscriber.id, locale),
    to: email,
    locale: languageOf(locale),
    idempotencyKey: `newsletter-links:${createId()}`,
    entity: { type: "NewsletterSubscriber", id: subscriber.id },
  });
}

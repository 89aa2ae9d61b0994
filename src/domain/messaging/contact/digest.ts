import "server-only";
import type { ContactDigest } from "@emails/contact-digest";
import { appendToDigest, enqueueMail, enqueueMailOnce } from "@/domain/outbox/tx-commands";
import type { Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { consumeRateLimit, type RateLimit } from "@/lib/rate-limit";

/** Notifications of one message each; what comes beyond is announced together at the end of the hour, so that a flood buries nothing. */
const NOTIFICATION_LIMIT: RateLimit = {
  name: "contact-notifications",
  requests: 10,
  seconds: 3600,
};
/** The digest names so many messages and counts the others. */
const MAX_LISTED = 100;
const HOUR_MS = NOTIFICATION_LIMIT.seconds * 1000;

type DigestItem = ContactDigest["items"][number];

/** Counts a message; whether it gets a notification of its own. Ask before the transaction, which has one connection only. */
export function consumeNotificationQuota(): Promise<boolean> {
  return consumeRateLimit(NOTIFICATION_LIMIT, "shop");
}

/** Adds a message to the digest of the hour, which is sent when the hour is over. Those who add at once wait for each other: do it last. */
export async function addToDigest(tx: Transaction, item: DigestItem, to: string): Promise<void> {
  const hour = Math.floor(Date.now() / HOUR_MS);
  const key = `contact-digest:${hour}`;
  if (await appendToDigest(tx, key, item, MAX_LISTED)) return;
  const digest = {
    template: "contact-digest" as const,
    props: { items: [item], total: 1, url: `${appUrl}/admin/messages` },
    to,
    locale: "FR" as const,
    sendAt: new Date((hour + 1) * HOUR_MS),
  };
  if (await enqueueMailOnce(tx, { ...digest, idempotencyKey: key })) return;
  // Opened by another message meanwhile; or sent already, as by staff.
  if (await appendToDigest(tx, key, item, MAX_LISTED)) return;
  await enqueueMail(tx, { ...digest, idempotencyKey: `${key}:${item.id}` });
}

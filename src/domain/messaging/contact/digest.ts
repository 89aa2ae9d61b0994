import "server-only";
import type { ContactDigest } from "@emails/contact-digest";
import { appendToDigest, enqueueMail, enqueueMailOnce } from "@/domain/outbox/tx-commands";
import type { Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { consumeRateLimit, type RateLimit } from "@/lib/rate-limit";

/** Limit of notifications for single messages. Further messages are listed in one digest at the end of the hour. */
const NOTIFICATION_LIMIT: RateLimit = {
  name: "contact-notifications",
  requests: 10,
  seconds: 3600,
  store: "database",
};
/** Further messages are only counted in the digest. */
const MAX_LISTED = 100;
const HOUR_MS = NOTIFICATION_LIMIT.seconds * 1000;

type DigestItem = ContactDigest["items"][number];

/** Counts one notification against the limit; false where the limit is reached. Call it before the transaction: it uses another connection. */
export function consumeNotificationQuota(): Promise<boolean> {
  return consumeRateLimit(NOTIFICATION_LIMIT, "shop");
}

/** Adds a message to the digest of the current hour. Locks the digest until the transaction ends, so call it last. */
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
  // Another transaction has created the digest meanwhile, or staff have sent it already.
  if (await appendToDigest(tx, key, item, MAX_LISTED)) return;
  await enqueueMail(tx, { ...digest, idempotencyKey: `${key}:${item.id}` });
}
